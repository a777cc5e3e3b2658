package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderLineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Units of an order to be shipped from one location.
 *
 * @param routed false until order routing is done; before that it commits stock and nobody sees it
 */
public record FulfillmentOrder(
        FulfillmentOrderId id,
        OrderId order,
        LocationId location,
        Status status,
        @Nullable Instant fulfillAt,
        @Nullable Instant fulfillBy,
        List<FulfillmentHold> holds,
        List<FulfillmentOrderLine> lines,
        boolean routed,
        Instant createdAt,
        Instant updatedAt)
        implements Row {

    /** As {@code FulfillmentOrderStatus}. */
    public enum Status {
        CANCELLED,
        CLOSED,
        INCOMPLETE,
        IN_PROGRESS,
        ON_HOLD,
        OPEN,
        SCHEDULED;

        /** Whether units of it can still be shipped, now or later. */
        public boolean live() {
            return this == OPEN || this == IN_PROGRESS || this == ON_HOLD || this == SCHEDULED;
        }
    }

    /** As {@code FulfillmentOrderAction}; those the simulator knows. */
    public enum Action {
        CREATE_FULFILLMENT,
        REPORT_PROGRESS,
        MOVE,
        HOLD,
        RELEASE_HOLD,
        MARK_AS_OPEN,
        SPLIT,
        MERGE
    }

    public FulfillmentOrder {
        holds = List.copyOf(holds);
        lines = List.copyOf(lines);
    }

    public int remaining() {
        int sum = 0;
        for (FulfillmentOrderLine line : lines) {
            sum += line.remaining();
        }
        return sum;
    }

    public Optional<FulfillmentOrderLine> line(FulfillmentOrderLineItemId wanted) {
        for (FulfillmentOrderLine line : lines) {
            if (line.id().equals(wanted)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    public FulfillmentOrder withStatus(Status other) {
        return new FulfillmentOrder(
                id, order, location, other, fulfillAt, fulfillBy, holds, lines, routed, createdAt, updatedAt);
    }

    public FulfillmentOrder withHolds(List<FulfillmentHold> all) {
        return new FulfillmentOrder(
                id, order, location, status, fulfillAt, fulfillBy, all, lines, routed, createdAt, updatedAt);
    }

    public FulfillmentOrder withHold(FulfillmentHold hold) {
        List<FulfillmentHold> all = new ArrayList<>(holds);
        all.add(hold);
        return withHolds(all);
    }

    public FulfillmentOrder withLines(List<FulfillmentOrderLine> all) {
        return new FulfillmentOrder(
                id, order, location, status, fulfillAt, fulfillBy, holds, all, routed, createdAt, updatedAt);
    }

    public FulfillmentOrder withLocation(LocationId other) {
        return new FulfillmentOrder(
                id, order, other, status, fulfillAt, fulfillBy, holds, lines, routed, createdAt, updatedAt);
    }

    public FulfillmentOrder withTimes(@Nullable Instant at, @Nullable Instant by) {
        return new FulfillmentOrder(id, order, location, status, at, by, holds, lines, routed, createdAt, updatedAt);
    }

    public FulfillmentOrder withId(FulfillmentOrderId other, Instant at) {
        return new FulfillmentOrder(
                other, order, location, status, fulfillAt, fulfillBy, holds, lines, routed, at, updatedAt);
    }

    public FulfillmentOrder withRouted() {
        return new FulfillmentOrder(
                id, order, location, status, fulfillAt, fulfillBy, holds, lines, true, createdAt, updatedAt);
    }

    public FulfillmentOrder withUpdatedAt(Instant at) {
        return new FulfillmentOrder(
                id, order, location, status, fulfillAt, fulfillBy, holds, lines, routed, createdAt, at);
    }
}
