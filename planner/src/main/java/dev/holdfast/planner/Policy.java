package dev.holdfast.planner;

import org.jspecify.annotations.Nullable;

/** What an order without an offer may take of a variant. */
public sealed interface Policy {

    /** Only what stock is left. */
    record Deny() implements Policy {}

    /** Stock and inbound left. */
    record Incoming() implements Policy {}

    /**
     * Anything, or no more than {@code limit} waiting units.
     *
     * @param limit units, or null for no limit
     */
    record Backorder(@Nullable Long limit) implements Policy {
        public Backorder {
            if (limit != null && limit < 0) {
                throw new IllegalArgumentException("a backorder limit of " + limit + " units is negative");
            }
        }
    }

    Policy DENY = new Deny();
    Policy INCOMING = new Incoming();
}
