package dev.holdfast.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as Shopify has it, with its lines and how they are to be fulfilled.
 *
 * @param financialStatus in Shopify's word, which may be one we do not know
 */
record Order(
        long id,
        String name,
        Instant createdAt,
        Instant placedAt,
        Optional<Instant> cancelledAt,
        Optional<Instant> closedAt,
        String currency,
        Optional<String> financialStatus,
        List<Line> lines,
        List<FulfillmentOrder> fulfillmentOrders,
        Instant updatedAt,
        Instant readAt) {
    Order {
        lines = List.copyOf(lines);
        fulfillmentOrders = List.copyOf(fulfillmentOrders);
    }

    /**
     * Units of a variant.
     *
     * @param ordered at first
     * @param wanted what edits and refunds have left of them
     * @param open what is still to be shipped
     */
    record Line(
            long order,
            long id,
            Optional<Long> variant,
            Optional<String> sku,
            int ordered,
            int wanted,
            int open,
            Optional<SellingPlan> plan) {}

    /** The plan a line was sold with; the number is that of its global id. */
    record SellingPlan(long id, String name) {}

    /**
     * Units to be fulfilled together from one location.
     *
     * @param byService whether the location belongs to a fulfillment service, and not to the merchant
     */
    record FulfillmentOrder(
            long order,
            long id,
            String status,
            Optional<Long> location,
            boolean byService,
            Optional<Instant> fulfillAt,
            List<Part> parts,
            List<Hold> holds) {
        FulfillmentOrder {
            parts = List.copyOf(parts);
            holds = List.copyOf(holds);
        }
    }

    /** Units of an order's line within a fulfillment order. */
    record Part(long order, long fulfillmentOrder, long id, long line, int total, int remaining) {}

    /** Somebody holds a fulfillment order back. */
    record Hold(long order, long fulfillmentOrder, long id, String handle, String reason, boolean ours) {}

    boolean isOpen() {
        return cancelledAt.isEmpty() && closedAt.isEmpty();
    }

    /** Whether Shopify has still to say how the open units are fulfilled, which it does a while after the order. */
    boolean awaitsRouting() {
        return isOpen() && fulfillmentOrders.isEmpty() && lines.stream().anyMatch(line -> line.open() > 0);
    }
}
