package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Action;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Status;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.Id.FulfillmentHoldId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderLineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Location;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fulfillment orders and all that is done with them but shipping. Those routing has not made known are not found. */
public final class FulfillmentOrders {

    private final World world;
    private final Routing routing;
    private final Holding holding;
    private final Splitting splitting;
    private final Moving moving;

    /** So many units of a line. */
    public record Units(FulfillmentOrderLineItemId line, int quantity) {}

    /**
     * {@code FulfillmentOrderHoldInput}.
     *
     * @param handle unique per app and fulfillment order; empty when none was given
     * @param lines empty for all: a part splits the fulfillment order
     */
    public record HoldRequest(
            FulfillmentHold.Reason reason,
            @Nullable String reasonNotes,
            String handle,
            @Nullable String externalId,
            List<Units> lines) {

        public HoldRequest {
            lines = List.copyOf(lines);
        }

        public static HoldRequest of(FulfillmentHold.Reason reason, String handle, Units... lines) {
            return new HoldRequest(reason, null, handle, null, List.of(lines));
        }
    }

    /** A hold was placed; {@code remaining} is what a partial hold left. */
    public record Held(
            FulfillmentHold hold,
            FulfillmentOrder fulfillmentOrder,
            @Nullable FulfillmentOrder remaining) {}

    /** Units to split off a fulfillment order. */
    public record SplitRequest(FulfillmentOrderId id, List<Units> lines) {

        public SplitRequest {
            lines = List.copyOf(lines);
        }
    }

    /** The original keeps what was not split off, unless it was replaced. */
    public record Split(
            FulfillmentOrder fulfillmentOrder,
            FulfillmentOrder remaining,
            @Nullable FulfillmentOrder replacement) {}

    /** Where a move put the units; {@code remaining} is what a partial move left. */
    public record Moved(
            FulfillmentOrder moved,
            FulfillmentOrder original,
            @Nullable FulfillmentOrder remaining) {}

    /** Whether a fulfillment order can be moved to a location, and which of its lines. */
    public record Destination(
            Location location,
            boolean movable,
            @Nullable String message,
            List<FulfillmentOrderLine> available,
            List<FulfillmentOrderLine> unavailable) {}

    FulfillmentOrders(World world, Routing routing) {
        this.world = world;
        this.routing = routing;
        this.holding = new Holding(world);
        this.splitting = new Splitting(world);
        this.moving = new Moving(world);
    }

    /** Those that routing has not made known are among them: filter by {@link FulfillmentOrder#routed}. */
    public Table<FulfillmentOrder> all() {
        return world.tables.fulfillmentOrders;
    }

    public Optional<FulfillmentOrder> find(FulfillmentOrderId id) {
        return all().find(id).filter(FulfillmentOrder::routed);
    }

    /** In the order in which they were made. */
    public List<FulfillmentOrder> ofOrder(OrderId order) {
        return world.tables.fulfillmentOrdersOf.of(order, all()).stream()
                .filter(FulfillmentOrder::routed)
                .toList();
    }

    /** {@code FulfillmentOrder.supportedActions}. */
    public List<Action> supportedActions(FulfillmentOrder of) {
        List<Action> actions = new ArrayList<>();
        switch (of.status()) {
            case OPEN, IN_PROGRESS -> {
                actions.addAll(List.of(Action.CREATE_FULFILLMENT, Action.REPORT_PROGRESS, Action.MOVE, Action.HOLD));
                if (of.remaining() > 1) {
                    actions.add(Action.SPLIT);
                }
                if (splitting.canMerge(of)) {
                    actions.add(Action.MERGE);
                }
            }
            case SCHEDULED -> actions.addAll(List.of(Action.MARK_AS_OPEN, Action.MOVE, Action.HOLD));
            case ON_HOLD -> {
                actions.addAll(List.of(Action.RELEASE_HOLD, Action.HOLD));
                if (world.isOn(Switch.MOVE_WHILE_HELD)) {
                    actions.add(Action.MOVE);
                }
            }
            case CANCELLED, CLOSED, INCOMPLETE -> {}
        }
        return actions;
    }

    /** {@code fulfillmentOrderHold}. */
    public Result<Held> hold(Caller caller, FulfillmentOrderId id, HoldRequest request) {
        return world.write(() -> holding.hold(caller, id, request));
    }

    /** {@code fulfillmentOrderReleaseHold}: without ids all holds go, other apps' and Shopify's own too. */
    public Result<FulfillmentOrder> releaseHolds(
            Caller caller,
            FulfillmentOrderId id,
            @Nullable List<FulfillmentHoldId> holds,
            @Nullable String externalId) {
        return world.write(() -> holding.release(caller, id, holds, externalId));
    }

    /** {@code fulfillmentOrderSplit}: all or none. */
    public Result<List<Split>> split(List<SplitRequest> requests) {
        return world.write(() -> splitting.split(requests));
    }

    /** {@code fulfillmentOrderMerge} of whole fulfillment orders: the first of each list takes in the others. */
    public Result<List<FulfillmentOrder>> merge(List<List<FulfillmentOrderId>> groups) {
        return world.write(() -> splitting.merge(groups));
    }

    /** {@code fulfillmentOrderMove}; without lines all that is not shipped moves. */
    public Result<Moved> move(FulfillmentOrderId id, LocationId to, List<Units> lines) {
        return world.write(() -> moving.move(id, to, lines));
    }

    /** {@code FulfillmentOrder.locationsForMove}: every other active location. */
    public List<Destination> locationsForMove(FulfillmentOrderId id) {
        return world.read(() -> find(id).map(moving::destinations).orElse(List.of()));
    }

    /** {@code fulfillmentOrderReschedule}. */
    public Result<FulfillmentOrder> reschedule(FulfillmentOrderId id, Instant fulfillAt) {
        return world.write(() -> {
            FulfillmentOrder before = find(id).orElse(null);
            if (before == null) {
                return Result.refused(
                        UserError.at("id", "Fulfillment order could not be found.", "FULFILLMENT_ORDER_NOT_FOUND"));
            }
            if (before.status() != Status.SCHEDULED) {
                return Result.refused(UserError.of("Fulfillment order must be scheduled.", null));
            }
            FulfillmentOrder after = keep(before.withTimes(fulfillAt, before.fulfillBy()));
            world.emit(Topic.FULFILLMENT_ORDERS_RESCHEDULED, new Subject.FulfillmentOrderChanged(after));
            routing.scheduleReady(after);
            return Result.done(after);
        });
    }

    /** {@code fulfillmentOrderOpen} of a scheduled one. */
    public Result<FulfillmentOrder> open(FulfillmentOrderId id) {
        return world.write(() -> {
            FulfillmentOrder before = find(id).orElse(null);
            if (before == null) {
                return Result.refused(UserError.at("id", "Fulfillment order does not exist.", null));
            }
            if (before.status() != Status.SCHEDULED) {
                String status = before.status().name().toLowerCase(java.util.Locale.ROOT);
                return Result.refused(
                        UserError.of("Expected fulfillment order status to be valid but it was " + status + ".", null));
            }
            FulfillmentOrder after = keep(before.withStatus(Status.OPEN).withTimes(world.now(), before.fulfillBy()));
            world.emit(
                    Topic.FULFILLMENT_ORDERS_SCHEDULED_FULFILLMENT_ORDER_READY,
                    new Subject.FulfillmentOrderChanged(after));
            return Result.done(after);
        });
    }

    /** {@code fulfillmentOrdersSetFulfillmentDeadline}: all or none. */
    public Result<Boolean> setDeadline(List<FulfillmentOrderId> ids, Instant deadline) {
        return world.write(() -> {
            if (ids.stream()
                    .anyMatch(
                            id -> find(id).filter(each -> each.status().live()).isEmpty())) {
                return Result.refused(
                        UserError.of("Fulfillment orders could not be found.", "FULFILLMENT_ORDERS_NOT_FOUND"));
            }
            for (FulfillmentOrderId id : ids) {
                find(id).ifPresent(each -> keep(each.withTimes(each.fulfillAt(), deadline)));
            }
            return Result.done(true);
        });
    }

    private FulfillmentOrder keep(FulfillmentOrder changed) {
        FulfillmentOrder after = changed.withUpdatedAt(world.now());
        world.tables.fulfillmentOrders.put(after);
        world.tables.orders.find(after.order()).ifPresent(world::change);
        return after;
    }
}
