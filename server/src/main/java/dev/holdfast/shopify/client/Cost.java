package dev.holdfast.shopify.client;

import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * What a request cost in Shopify's points, and what the shop has left. Shopify may write the numbers with a fraction.
 *
 * @param requested the most it could have cost, which is what must be available for it to be carried out
 * @param actual what it did cost; empty when it was not carried out
 */
public record Cost(double requested, OptionalDouble actual, Level level) {
    /** The bucket of points of this app on one shop, as Shopify last told it. */
    public record Level(double maximum, double available, double restoredPerSecond) {}

    /** From the {@code extensions} of an answer; empty when it tells no cost. */
    static Optional<Cost> of(JsonNode extensions) {
        var cost = extensions.path("cost");
        var status = cost.path("throttleStatus");
        if (!cost.path("requestedQueryCost").isNumber()
                || !status.path("maximumAvailable").isNumber()
                || !status.path("currentlyAvailable").isNumber()
                || !status.path("restoreRate").isNumber()) {
            return Optional.empty();
        }
        var actual = cost.path("actualQueryCost");
        return Optional.of(new Cost(
                cost.path("requestedQueryCost").asDouble(),
                actual.isNumber() ? OptionalDouble.of(actual.asDouble()) : OptionalDouble.empty(),
                new Level(
                        status.path("maximumAvailable").asDouble(),
                        status.path("currentlyAvailable").asDouble(),
                        status.path("restoreRate").asDouble())));
    }
}
