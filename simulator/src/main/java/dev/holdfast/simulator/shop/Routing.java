package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.Allocation.Parcel;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Status;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.Id.FulfillmentHoldId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderLineItemId;
import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.SellingPlan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the fulfillment orders of an order; they are seen after a while, when routing says it is complete. */
final class Routing {

    private final World world;

    /** What keeps units from being in one fulfillment order. */
    private record Bundle(
            LocationId location, Status status, @Nullable Instant fulfillAt) {}

    Routing(World world) {
        this.world = world;
    }

    void route(Order order, List<Wanted> lines, List<Parcel> parcels) {
        Map<Bundle, List<FulfillmentOrderLine>> bundles = new LinkedHashMap<>();
        for (Parcel parcel : parcels) {
            Wanted line = lines.get(parcel.line());
            LineItemId of = order.lines().get(parcel.line()).id();
            bundles.computeIfAbsent(bundle(parcel.location(), line), bundle -> new ArrayList<>())
                    .add(new FulfillmentOrderLine(
                            new FulfillmentOrderLineItemId(world.nextId()),
                            of,
                            line.variant().item(),
                            parcel.units(),
                            parcel.units(),
                            parcel.commits()));
        }
        route(order.id(), bundles);
    }

    /** Units an edit added, from the location they were taken from. */
    void routeAdded(OrderId order, LocationId location, FulfillmentOrderLine line) {
        Instant hour = world.now().truncatedTo(ChronoUnit.HOURS);
        route(order, Map.of(new Bundle(location, Status.OPEN, hour), List.of(line)));
    }

    private void route(OrderId order, Map<Bundle, List<FulfillmentOrderLine>> bundles) {
        Instant now = world.now();
        List<FulfillmentOrderId> made = new ArrayList<>();
        bundles.forEach((bundle, lines) -> {
            FulfillmentOrderId id = new FulfillmentOrderId(world.nextId());
            List<FulfillmentHold> holds = bundle.status() == Status.ON_HOLD ? List.of(byShopify()) : List.of();
            world.tables.fulfillmentOrders.put(new FulfillmentOrder(
                    id,
                    order,
                    bundle.location(),
                    bundle.status(),
                    bundle.fulfillAt(),
                    null,
                    holds,
                    lines,
                    false,
                    now,
                    now));
            world.tables.fulfillmentOrdersOf.add(order, id);
            made.add(id);
        });
        world.later(world.switches().routing(), () -> complete(order, made));
    }

    private void complete(OrderId order, List<FulfillmentOrderId> made) {
        boolean any = false;
        for (FulfillmentOrderId id : made) {
            FulfillmentOrder before = world.tables.fulfillmentOrders.find(id).orElse(null);
            if (before != null) {
                FulfillmentOrder routed = before.withRouted().withUpdatedAt(world.now());
                world.tables.fulfillmentOrders.put(routed);
                world.emit(
                        Topic.FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE, new Subject.FulfillmentOrderChanged(routed));
                scheduleReady(routed);
                any = true;
            }
        }
        if (any) {
            world.tables.orders.find(order).ifPresent(world::change);
        }
    }

    /** A scheduled fulfillment order opens by itself when its time comes. */
    void scheduleReady(FulfillmentOrder scheduled) {
        Instant at = scheduled.fulfillAt();
        if (scheduled.status() != Status.SCHEDULED || at == null) {
            return;
        }
        world.atTime(
                at,
                () -> world.tables
                        .fulfillmentOrders
                        .find(scheduled.id())
                        .filter(each -> each.status() == Status.SCHEDULED && at.equals(each.fulfillAt()))
                        .ifPresent(each -> {
                            FulfillmentOrder open = each.withStatus(Status.OPEN).withUpdatedAt(world.now());
                            world.tables.fulfillmentOrders.put(open);
                            world.emit(
                                    Topic.FULFILLMENT_ORDERS_SCHEDULED_FULFILLMENT_ORDER_READY,
                                    new Subject.FulfillmentOrderChanged(open));
                            world.tables.orders.find(open.order()).ifPresent(world::change);
                        }));
    }

    private Bundle bundle(LocationId location, Wanted line) {
        Instant hour = world.now().truncatedTo(ChronoUnit.HOURS);
        SellingPlan plan = line.plan();
        if (plan == null || !(plan.delivery() instanceof SellingPlan.FixedDelivery delivery)) {
            return new Bundle(location, Status.OPEN, hour);
        }
        Instant exact = delivery.exactTime();
        return switch (delivery.trigger()) {
            case UNKNOWN ->
                world.isOn(Switch.UNKNOWN_DATE_ARRIVES_HELD)
                        ? new Bundle(location, Status.ON_HOLD, null)
                        : new Bundle(location, Status.OPEN, hour);
            case EXACT_TIME ->
                exact != null && exact.isAfter(world.now()) && world.isOn(Switch.EXACT_TIME_ARRIVES_SCHEDULED)
                        ? new Bundle(location, Status.SCHEDULED, exact)
                        : new Bundle(location, Status.OPEN, hour);
            case ASAP, ANCHOR -> new Bundle(location, Status.OPEN, hour);
        };
    }

    private FulfillmentHold byShopify() {
        return new FulfillmentHold(
                new FulfillmentHoldId(world.nextId()),
                FulfillmentHold.Reason.UNKNOWN_DELIVERY_DATE,
                null,
                "",
                null,
                null);
    }
}
