package dev.holdfast.catalog;

import java.time.Instant;

/** A place where stock lies, as Shopify has it. */
record Location(
        long id, String name, boolean active, boolean fulfillsOnlineOrders, Instant updatedAt, Instant readAt) {}
