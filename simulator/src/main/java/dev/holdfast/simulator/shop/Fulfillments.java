package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.FulfillmentOrders.Units;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.Fulfillment.Event;
import dev.holdfast.simulator.shop.state.Fulfillment.EventStatus;
import dev.holdfast.simulator.shop.state.Fulfillment.Tracking;
import dev.holdfast.simulator.shop.state.Id.FulfillmentEventId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shipping, and what becomes of the parcels. */
public final class Fulfillments {

    private final World world;
    private final Shipping shipping;

    /** Units of one fulfillment order; no lines for all that is left of it. */
    public record Part(FulfillmentOrderId fulfillmentOrder, List<Units> lines) {

        public Part {
            lines = List.copyOf(lines);
        }

        public static Part all(FulfillmentOrderId fulfillmentOrder) {
            return new Part(fulfillmentOrder, List.of());
        }
    }

    /** {@code FulfillmentInput}: parts of one order at one location. */
    public record Request(List<Part> parts, List<Tracking> tracking, boolean notifyCustomer) {

        public Request {
            parts = List.copyOf(parts);
            tracking = List.copyOf(tracking);
        }

        public static Request of(Part... parts) {
            return new Request(List.of(parts), List.of(), false);
        }
    }

    /** {@code FulfillmentEventInput}; null happened now. */
    public record News(
            EventStatus status,
            @Nullable Instant happenedAt,
            @Nullable String message,
            @Nullable Instant estimatedDeliveryAt) {}

    Fulfillments(World world, DueDates dueDates) {
        this.world = world;
        this.shipping = new Shipping(world, dueDates);
    }

    public Table<Fulfillment> all() {
        return world.tables.fulfillments;
    }

    /** In the order in which they were made. */
    public List<Fulfillment> ofOrder(OrderId order) {
        return world.tables.fulfillmentsOf.of(order, all());
    }

    /** {@code fulfillmentCreate}. */
    public Result<Fulfillment> create(Request request) {
        return world.write(() -> shipping.ship(request));
    }

    /** {@code fulfillmentCancel}: its units go into a new fulfillment order and are committed again. */
    public Result<Fulfillment> cancel(FulfillmentId id) {
        return world.write(() -> {
            Fulfillment before = all().find(id).orElse(null);
            if (before == null) {
                return Result.refused(UserError.at("id", "Fulfillment not found.", null));
            }
            if (before.status() == Fulfillment.Status.CANCELLED) {
                return Result.refused(UserError.at("id", "The fulfillment is already cancelled.", null));
            }
            Order order = order(before);
            if (order.isCancelled()) {
                return Result.refused(UserError.at("id", "The order of the fulfillment is cancelled.", null));
            }
            return Result.done(shipping.takeBack(before, order));
        });
    }

    /** {@code fulfillmentTrackingInfoUpdate}. */
    public Result<Fulfillment> updateTracking(FulfillmentId id, List<Tracking> tracking) {
        return world.write(() -> {
            Fulfillment before = all().find(id).orElse(null);
            if (before == null) {
                return Result.refused(UserError.at("fulfillmentId", "Fulfillment does not exist.", null));
            }
            if (before.status() == Fulfillment.Status.CANCELLED) {
                return Result.refused(UserError.at("fulfillmentId", "Fulfillment is cancelled.", null));
            }
            Fulfillment after = before.withTracking(tracking, world.now());
            world.tables.fulfillments.put(after);
            world.emit(Topic.FULFILLMENTS_UPDATE, new Subject.FulfillmentChanged(world.change(order(after)), after));
            return Result.done(after);
        });
    }

    /** {@code fulfillmentEventCreate}. */
    public Result<Event> report(FulfillmentId id, News news) {
        return world.write(() -> {
            Fulfillment before = all().find(id).orElse(null);
            if (before == null) {
                return Result.refused(
                        UserError.at("fulfillmentEvent.fulfillmentId", "Fulfillment does not exist.", null));
            }
            Event event = new Event(
                    new FulfillmentEventId(world.nextId()),
                    news.status(),
                    Objects.requireNonNullElse(news.happenedAt(), world.now()),
                    news.message(),
                    news.estimatedDeliveryAt(),
                    world.now());
            List<Event> events = new ArrayList<>(before.events());
            events.add(event);
            Fulfillment after = before.withEvents(events, world.now());
            world.tables.fulfillments.put(after);
            world.emit(Topic.FULFILLMENT_EVENTS_CREATE, new Subject.ParcelNews(order(after), after, event));
            world.emit(Topic.FULFILLMENTS_UPDATE, new Subject.FulfillmentChanged(order(after), after));
            return Result.done(event);
        });
    }

    private Order order(Fulfillment of) {
        return world.tables
                .orders
                .find(of.order())
                .orElseThrow(
                        () -> new IllegalStateException("Fulfillment " + of.id().number() + " has no order"));
    }
}
