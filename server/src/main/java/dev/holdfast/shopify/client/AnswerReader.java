package dev.holdfast.shopify.client;

import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.ShopifyFault.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of a GraphQL answer with status 200, which may still be a no. */
final class AnswerReader {
    private AnswerReader() {}

    static Reply read(JsonNode json, String document) {
        var cost = Cost.of(json.path("extensions"));
        var errors = json.path("errors");
        var data = json.path("data");
        if (!hasData(data) && !isFoundNothing(data, errors)) {
            return new Reply.Denied(fault(errors, cost, document), cost);
        }
        var incomplete =
                errors.isArray() ? errors.valueStream().map(AnswerReader::text).toList() : List.<String>of();
        return new Reply.Given(new Answer(data, incomplete, cost));
    }

    // {"data": {"fulfillmentOrderHold": null}} means that the mutation itself failed, as no data at all does.
    private static boolean hasData(JsonNode data) {
        return data.isObject() && (data.isEmpty() || data.valueStream().anyMatch(AnswerReader::isThere));
    }

    // As little as null is a list of nothing but nulls: none of the nodes that were asked for.
    private static boolean isThere(JsonNode field) {
        return field.isArray() ? field.valueStream().anyMatch(one -> !one.isNull()) : !field.isNull();
    }

    /** Null without an error is an answer too: there is no such thing. */
    private static boolean isFoundNothing(JsonNode data, JsonNode errors) {
        return data.isObject() && !errors.isArray();
    }

    private static ShopifyFault fault(JsonNode errors, Optional<Cost> cost, String document) {
        if (!errors.isArray() || errors.isEmpty()) {
            return new ShopifyFault(Kind.LOST, "The answer to " + document + " has neither data nor errors.");
        }
        var kind = kind(errors);
        var message =
                document + ": " + errors.valueStream().map(AnswerReader::text).collect(Collectors.joining("; "));
        return new ShopifyFault(kind, message, kind == Kind.THROTTLED ? untilRestored(cost) : null, null);
    }

    private static Kind kind(JsonNode errors) {
        var codes = errors.valueStream()
                .map(error -> error.path("extensions").path("code").asString(""))
                .collect(Collectors.toSet());
        if (codes.contains("THROTTLED")) {
            return Kind.THROTTLED;
        }
        if (codes.contains("INTERNAL_SERVER_ERROR")) {
            return Kind.BROKEN;
        }
        return codes.contains("ACCESS_DENIED") ? Kind.ACCESS_DENIED : Kind.REFUSED;
    }

    private static @Nullable Duration untilRestored(Optional<Cost> cost) {
        return cost.map(known -> Throttle.delay(known.requested(), known.level().available(), known.level()))
                .orElse(null);
    }

    private static String text(JsonNode error) {
        var path = error.path("path").valueStream().map(JsonNode::asString).collect(Collectors.joining("."));
        return error.path("message").asString("no message") + (path.isEmpty() ? "" : " (" + path + ")");
    }
}
