package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.Allocation.Mode;
import dev.holdfast.simulator.shop.Allocation.Parcel;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Subject.OrderEdited;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.CalculatedOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderLineItemId;
import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out a staged edit: takes and gives back stock, changes lines, routes what is new. */
final class EditCommit {

    private final World world;
    private final Allocator allocator;
    private final Routing routing;
    private final Settlement settlement;
    private final Unshipping unshipping;

    /** Units an edit adds, and to which line of the order. */
    private record Addition(
            Wanted wanted, LineItemId line, @Nullable LocationId location) {}

    EditCommit(World world, Allocator allocator, Routing routing, Settlement settlement, Unshipping unshipping) {
        this.world = world;
        this.allocator = allocator;
        this.routing = routing;
        this.settlement = settlement;
        this.unshipping = unshipping;
    }

    Result<Order> commit(CalculatedOrder edit, Order order, @Nullable String staffNote) {
        List<LineItem> lines = new ArrayList<>(order.lines());
        List<Addition> additions = new ArrayList<>();
        List<OrderEdited.Delta> removals = new ArrayList<>();
        List<CalculatedOrder.Line> lowered = new ArrayList<>();
        for (CalculatedOrder.Line line : edit.lines()) {
            int delta = line.quantity() - line.quantityBefore();
            if (delta > 0) {
                Addition addition = addition(line, delta, lines);
                if (addition == null) {
                    return Result.refused(UserError.at("id", "A variant no longer exists in the shop.", null));
                }
                additions.add(addition);
            } else if (delta < 0 && line.line() != null) {
                lowered.add(line);
                removals.add(new OrderEdited.Delta(line.line(), -delta));
                lines.replaceAll(each -> each.id().equals(line.line()) ? each.lowered(-delta) : each);
            }
        }
        List<Wanted> wanted = additions.stream().map(Addition::wanted).toList();
        Mode mode = world.isOn(Switch.EDITS_IGNORE_POLICY) ? Mode.IGNORE_POLICY : Mode.OBEY_POLICY;
        Allocation allocation =
                wanted.isEmpty() ? new Allocation.Allocated(List.of()) : allocator.allocate(wanted, mode);
        if (!(allocation instanceof Allocation.Allocated(List<Parcel> parcels))) {
            return Result.refused(UserError.at("id", "There is not enough inventory available.", null));
        }
        lowered.forEach(line -> giveBack(order, line));
        Order after = settlement.settle(order.withLines(lines), order);
        parcels.forEach(parcel -> take(after, additions.get(parcel.line()), parcel));
        List<OrderEdited.Delta> added = additions.stream()
                .map(each -> new OrderEdited.Delta(each.line(), each.wanted().quantity()))
                .toList();
        world.emit(Topic.ORDERS_EDITED, new Subject.OrderEdited(after, edit.id(), added, removals, staffNote));
        return Result.done(after);
    }

    private void giveBack(Order order, CalculatedOrder.Line line) {
        if (line.line() != null) {
            unshipping.remove(
                    order.id(),
                    new Unshipping.Removal(
                            line.line(), line.quantityBefore() - line.quantity(), line.restock(), line.location()));
        }
    }

    private @Nullable Addition addition(CalculatedOrder.Line line, int units, List<LineItem> lines) {
        Variant variant = world.tables.variants.find(line.sale().variant()).orElse(null);
        if (variant == null) {
            return null;
        }
        Wanted wanted = new Wanted(
                variant, units, null, line.sale().unitPriceMinor(), line.sale().properties());
        if (line.line() == null) {
            LineItem made = LineItem.sold(new LineItemId(world.nextId()), line.sale(), units);
            lines.add(made);
            return new Addition(wanted, made.id(), line.location());
        }
        lines.replaceAll(each -> each.id().equals(line.line()) ? each.raised(units) : each);
        return new Addition(wanted, line.line(), line.location());
    }

    /** A location the edit names is where the units come from, whatever routing would have chosen. */
    private void take(Order order, Addition addition, Parcel parcel) {
        LocationId from = addition.location() == null ? parcel.location() : addition.location();
        Variant variant = addition.wanted().variant();
        if (parcel.commits()) {
            world.stock.commit(
                    variant.item(),
                    from,
                    parcel.units(),
                    Stock.Cause.of("edited", order.id().gid()));
        }
        routing.routeAdded(
                order.id(),
                from,
                new FulfillmentOrderLine(
                        new FulfillmentOrderLineItemId(world.nextId()),
                        addition.line(),
                        variant.item(),
                        parcel.units(),
                        parcel.units(),
                        parcel.commits()));
    }
}
