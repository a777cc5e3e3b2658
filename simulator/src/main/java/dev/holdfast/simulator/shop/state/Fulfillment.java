package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.FulfillmentEventId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentLineItemId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units that left a location. */
public record Fulfillment(
        FulfillmentId id,
        OrderId order,
        String name,
        LocationId location,
        Status status,
        List<Line> lines,
        List<Tracking> tracking,
        List<Event> events,
        boolean notified,
        Instant createdAt,
        Instant updatedAt)
        implements Row {

    /** As {@code FulfillmentStatus}; those that are not deprecated. */
    public enum Status {
        CANCELLED,
        ERROR,
        FAILURE,
        SUCCESS
    }

    /** As {@code FulfillmentEventStatus}. */
    public enum EventStatus {
        ATTEMPTED_DELIVERY,
        CARRIER_PICKED_UP,
        CONFIRMED,
        DELAYED,
        DELIVERED,
        FAILURE,
        IN_TRANSIT,
        LABEL_PRINTED,
        LABEL_PURCHASED,
        OUT_FOR_DELIVERY,
        READY_FOR_PICKUP
    }

    /**
     * Shipped units of one order line.
     *
     * @param committed whether they were committed before they were shipped
     */
    public record Line(
            FulfillmentLineItemId id,
            LineItemId line,
            FulfillmentOrderId fulfillmentOrder,
            FulfillmentOrderLine of,
            int quantity,
            boolean committed) {}

    /** How a parcel can be followed. */
    public record Tracking(
            @Nullable String company,
            @Nullable String number,
            @Nullable String url) {}

    /** Something that happened to a parcel. */
    public record Event(
            FulfillmentEventId id,
            EventStatus status,
            Instant happenedAt,
            @Nullable String message,
            @Nullable Instant estimatedDeliveryAt,
            Instant createdAt) {}

    public Fulfillment {
        lines = List.copyOf(lines);
        tracking = List.copyOf(tracking);
        events = List.copyOf(events);
    }

    public Fulfillment withStatus(Status other, Instant at) {
        return new Fulfillment(id, order, name, location, other, lines, tracking, events, notified, createdAt, at);
    }

    public Fulfillment withTracking(List<Tracking> all, Instant at) {
        return new Fulfillment(id, order, name, location, status, lines, all, events, notified, createdAt, at);
    }

    public Fulfillment withEvents(List<Event> all, Instant at) {
        return new Fulfillment(id, order, name, location, status, lines, tracking, all, notified, createdAt, at);
    }
}
