package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.FulfillmentOrders.Units;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Status;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.Id.FulfillmentId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentLineItemId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderLineItemId;
import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes units out of the shop, and back when a fulfillment is cancelled. */
final class Shipping {

    private final World world;
    private final DueDates dueDates;
    private final Parts parts;

    Shipping(World world, DueDates dueDates) {
        this.world = world;
        this.dueDates = dueDates;
        this.parts = new Parts(world);
    }

    Result<Fulfillment> ship(Fulfillments.Request request) {
        Map<FulfillmentOrder, Map<FulfillmentOrderLineItemId, Integer>> take = new LinkedHashMap<>();
        for (int at = 0; at < request.parts().size(); at++) {
            UserError refusal = lookUp(request.parts().get(at), at, take);
            if (refusal != null) {
                return Result.refused(refusal);
            }
        }
        UserError refusal = apart(List.copyOf(take.keySet()));
        if (refusal != null) {
            return Result.refused(refusal);
        }
        List<Fulfillment.Line> lines = new ArrayList<>();
        take.forEach((from, units) -> lines.addAll(take(from, units)));
        FulfillmentOrder first = take.keySet().iterator().next();
        Order order = world.tables.orders.find(first.order()).orElseThrow();
        int number = world.tables.fulfillmentsOf.of(order.id()).size() + 1;
        Instant now = world.now();
        Fulfillment made = new Fulfillment(
                new FulfillmentId(world.nextId()),
                order.id(),
                order.name() + "-F" + number,
                first.location(),
                Fulfillment.Status.SUCCESS,
                lines,
                request.tracking(),
                List.of(),
                request.notifyCustomer(),
                now,
                now);
        world.tables.fulfillments.put(made);
        world.tables.fulfillmentsOf.add(order.id(), made.id());
        Order after = world.change(fulfilled(order, lines, 1));
        world.emit(Topic.FULFILLMENTS_CREATE, new Subject.FulfillmentChanged(after, made));
        boolean all = after.lines().stream().allMatch(line -> line.unfulfilledQuantity() == 0);
        world.emit(all ? Topic.ORDERS_FULFILLED : Topic.ORDERS_PARTIALLY_FULFILLED, new Subject.OrderChanged(after));
        dueDates.fulfilled(after);
        return Result.done(made);
    }

    private @Nullable UserError lookUp(
            Fulfillments.Part part, int at, Map<FulfillmentOrder, Map<FulfillmentOrderLineItemId, Integer>> take) {
        FulfillmentOrder from = world.tables
                .fulfillmentOrders
                .find(part.fulfillmentOrder())
                .filter(FulfillmentOrder::routed)
                .orElse(null);
        if (from == null || take.containsKey(from)) {
            return UserError.at("fulfillment", "Fulfillment order does not exist.", null);
        }
        if (from.status() != Status.OPEN && from.status() != Status.IN_PROGRESS) {
            return UserError.at(
                    "fulfillment",
                    "Fulfillment order " + from.id().number() + " has an unfulfillable status= "
                            + from.status().name().toLowerCase(Locale.ROOT) + ".",
                    null);
        }
        for (int line = 0; line < part.lines().size(); line++) {
            Units units = part.lines().get(line);
            if (units.quantity() < 1) {
                return UserError.at(
                        "fulfillment.lineItemsByFulfillmentOrder." + at + ".fulfillmentOrderLineItems." + line
                                + ".quantity",
                        "Quantity must be greater than 0",
                        null);
            }
            if (from.line(units.line()).isEmpty()) {
                return UserError.at("fulfillment", "Fulfillment order line item does not exist.", null);
            }
        }
        Map<FulfillmentOrderLineItemId, Integer> units =
                part.lines().isEmpty() ? Parts.others(from, Map.of()) : Parts.byLine(part.lines());
        if (units.isEmpty() || !Parts.fits(from, units)) {
            return UserError.at("fulfillment", "Invalid fulfillment order line item quantity requested.", null);
        }
        take.put(from, units);
        return null;
    }

    private static @Nullable UserError apart(List<FulfillmentOrder> from) {
        if (from.isEmpty()) {
            return UserError.at("fulfillment", "Fulfillment order does not exist.", null);
        }
        List<Long> orders =
                from.stream().map(each -> each.order().number()).distinct().toList();
        if (orders.size() > 1) {
            return UserError.at(
                    "fulfillment",
                    "All fulfillment orders must belong to the same order. Multiple orders with ids " + orders
                            + " were found.",
                    null);
        }
        List<Long> places =
                from.stream().map(each -> each.location().number()).distinct().toList();
        return places.size() < 2
                ? null
                : UserError.at(
                        "fulfillment",
                        "All fulfillment orders must be assigned to a single location. Multiple locations with ids "
                                + places + " were found.",
                        null);
    }

    private List<Fulfillment.Line> take(FulfillmentOrder from, Map<FulfillmentOrderLineItemId, Integer> take) {
        Stock.Cause cause = Stock.Cause.of("fulfilled", from.order().gid());
        List<Fulfillment.Line> shipped = new ArrayList<>();
        List<FulfillmentOrderLine> left = new ArrayList<>();
        for (FulfillmentOrderLine line : from.lines()) {
            int units = take.getOrDefault(line.id(), 0);
            left.add(units == 0 ? line : line.shipped(units));
            if (units > 0) {
                world.stock.ship(line.item(), from.location(), line.commits(), units, cause);
                shipped.add(new Fulfillment.Line(
                        new FulfillmentLineItemId(world.nextId()),
                        line.line(),
                        from.id(),
                        line,
                        units,
                        line.commits()));
            }
        }
        FulfillmentOrder after = from.withLines(left);
        Status status = after.remaining() == 0 ? Status.CLOSED : parts.unheld(after.withTimes(null, null));
        parts.keep(after.withStatus(status));
        return shipped;
    }

    Fulfillment takeBack(Fulfillment before, Order order) {
        Stock.Cause cause = Stock.Cause.of("fulfillment_cancelled", order.id().gid());
        Instant now = world.now();
        LocationId place = world.stock.place(before.location());
        List<FulfillmentOrderLine> again = new ArrayList<>();
        for (Fulfillment.Line line : before.lines()) {
            world.stock.ship(line.of().item(), place, line.committed(), -line.quantity(), cause);
            again.add(line.of().as(new FulfillmentOrderLineItemId(world.nextId()), line.quantity()));
        }
        FulfillmentOrder made = new FulfillmentOrder(
                new FulfillmentOrderId(world.nextId()),
                order.id(),
                place,
                Status.OPEN,
                parts.thisHour(),
                null,
                List.of(),
                again,
                true,
                now,
                now);
        world.tables.fulfillmentOrders.put(made);
        world.tables.fulfillmentOrdersOf.add(order.id(), made.id());
        Fulfillment after = before.withStatus(Fulfillment.Status.CANCELLED, now);
        world.tables.fulfillments.put(after);
        Order changed = world.change(fulfilled(order, before.lines(), -1));
        world.emit(Topic.FULFILLMENTS_UPDATE, new Subject.FulfillmentChanged(changed, after));
        return after;
    }

    private static Order fulfilled(Order order, List<Fulfillment.Line> shipped, int sign) {
        Map<LineItemId, Integer> units = new HashMap<>();
        shipped.forEach(line -> units.merge(line.line(), sign * line.quantity(), Integer::sum));
        List<LineItem> lines = new ArrayList<>();
        for (LineItem line : order.lines()) {
            lines.add(line.fulfilled(units.getOrDefault(line.id(), 0)));
        }
        return order.withLines(lines);
    }
}
