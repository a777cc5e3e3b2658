package dev.holdfast.shopify.outbox;

import dev.holdfast.shopify.client.Document;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * How to see whether an effect happened whose answer was lost.
 *
 * @param document a document of the folder {@code read}
 * @param judge from its data; if it happened, {@link EffectKind#done} hears that data instead of the mutation's
 */
public record Look(Document document, JsonNode variables, Function<JsonNode, Seen> judge) {
    public Look {
        if (document.repeat() != Document.Repeat.READ) {
            throw new IllegalArgumentException(document.name() + " changes something: looking must not.");
        }
    }

    /** What was seen. */
    public enum Seen {
        HAPPENED,
        NOT_HAPPENED,
        CANNOT_TELL
    }
}
