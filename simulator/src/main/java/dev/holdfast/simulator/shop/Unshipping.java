package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Status;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes units that will not be shipped out of an order's fulfillment orders, and gives their stock back. */
final class Unshipping {

    private final World world;
    private final Parts parts;

    Unshipping(World world) {
        this.world = world;
        this.parts = new Parts(world);
    }

    /**
     * Units of a line that are not wanted any more.
     *
     * @param restock false when they are not sold again: they leave on hand too
     * @param location where they are restocked; null for where they were committed
     */
    record Removal(
            LineItemId line,
            int units,
            boolean restock,
            @Nullable LocationId location) {}

    void remove(OrderId order, Removal removal) {
        int open = removal.units();
        for (FulfillmentOrder each : inOrder(order, removal.location())) {
            if (open > 0) {
                open -= removeFrom(each, removal, open);
            }
        }
        if (open > 0) {
            throw new IllegalStateException("Line " + removal.line().number() + " has " + open
                    + " units less to be shipped than were to be removed");
        }
    }

    /** Fulfillment orders at the location come first, then the latest. */
    private List<FulfillmentOrder> inOrder(OrderId order, @Nullable LocationId location) {
        List<FulfillmentOrder> here = new ArrayList<>();
        List<FulfillmentOrder> elsewhere = new ArrayList<>();
        for (FulfillmentOrder each : world.tables
                .fulfillmentOrdersOf
                .of(order, world.tables.fulfillmentOrders)
                .reversed()) {
            if (each.status().live()) {
                (each.location().equals(location) ? here : elsewhere).add(each);
            }
        }
        here.addAll(elsewhere);
        return here;
    }

    private int removeFrom(FulfillmentOrder from, Removal removal, int open) {
        List<FulfillmentOrderLine> left = new ArrayList<>();
        int taken = 0;
        for (FulfillmentOrderLine line : from.lines()) {
            int units = line.line().equals(removal.line()) ? Math.min(open - taken, line.remaining()) : 0;
            taken += units;
            if (units > 0 && line.commits()) {
                giveBack(from, line, units, removal);
            }
            if (units < line.total()) {
                left.add(units == 0 ? line : line.less(units));
            }
        }
        if (taken > 0) {
            FulfillmentOrder after = from.withLines(left);
            if (after.remaining() == 0) {
                after = after.withStatus(Status.CLOSED).withHolds(List.of());
            }
            FulfillmentOrder kept = parts.keep(after);
            if (kept.status() == Status.CLOSED && kept.routed()) {
                world.emit(Topic.FULFILLMENT_ORDERS_CANCELLED, new Subject.FulfillmentOrderChanged(kept));
            }
        }
        return taken;
    }

    private void giveBack(FulfillmentOrder from, FulfillmentOrderLine line, int units, Removal removal) {
        Stock.Cause cause = Stock.Cause.of(
                removal.restock() ? "restock" : "removed", from.order().gid());
        LocationId to = removal.location() == null ? from.location() : removal.location();
        if (removal.restock() && to.equals(from.location())) {
            world.stock.commit(line.item(), to, -units, cause);
            return;
        }
        world.stock.ship(line.item(), from.location(), true, units, cause);
        if (removal.restock()) {
            world.stock.restock(line.item(), to, units, cause);
        }
    }
}
