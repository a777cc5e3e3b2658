package dev.holdfast.offer;

import java.time.Instant;
import java.util.List;

/** Selling plans that are offered together, as Shopify has them. */
record PlanGroup(long id, String name, List<Plan> plans, Instant createdAt, Instant readAt) {
    PlanGroup {
        plans = List.copyOf(plans);
    }

    /**
     * Terms to buy by.
     *
     * @param price how its price follows from the variant's, in words
     * @param charge what is taken at checkout and when the rest, in words
     */
    record Plan(long group, long id, String name, String price, String charge) {}
}
