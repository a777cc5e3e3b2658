package dev.holdfast.shopify.outbox;

import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.UserError;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What sending an effect came to. */
sealed interface Outcome {
    /** Shopify carried it out. */
    record Done(JsonNode data) implements Outcome {}

    /** Shopify said no. */
    record Refused(List<UserError> errors) implements Outcome {}

    /** No answer, or a no that is not about this effect. */
    record Failed(ShopifyFault fault) implements Outcome {}

    /** Our own program failed before or after asking. */
    record Broken(RuntimeException cause) implements Outcome {}

    /** It was looked for on Shopify: it has not happened, and may be sent. */
    record NotHappened() implements Outcome {}

    /** It was looked for on Shopify, and that does not tell. */
    record CannotTell() implements Outcome {}
}
