package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.FulfillmentOrders.Destination;
import dev.holdfast.simulator.shop.FulfillmentOrders.Moved;
import dev.holdfast.simulator.shop.FulfillmentOrders.Units;
import dev.holdfast.simulator.shop.event.Subject;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Status;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderLineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves fulfillment orders between locations, with the stock they commit.
 *
 * <p>A whole one keeps its id. A part becomes a new one at the destination, as recorded from real shops in 2026, though
 * the documentation says that the original moves.
 */
final class Moving {

    private final World world;
    private final Parts parts;

    Moving(World world) {
        this.world = world;
        this.parts = new Parts(world);
    }

    Result<Moved> move(FulfillmentOrderId id, LocationId to, List<Units> lines) {
        FulfillmentOrder before = world.tables
                .fulfillmentOrders
                .find(id)
                .filter(FulfillmentOrder::routed)
                .orElse(null);
        if (before == null) {
            return Result.refused(UserError.at("id", "Fulfillment order does not exist.", null));
        }
        if (world.tables.locations.find(to).filter(Location::active).isEmpty()) {
            return Result.refused(UserError.at("id", "Location not found.", null));
        }
        Map<FulfillmentOrderLineItemId, Integer> take =
                lines.isEmpty() ? Parts.others(before, Map.of()) : Parts.byLine(lines);
        UserError refusal = refusal(before, to, take);
        if (refusal != null) {
            return Result.refused(refusal);
        }
        LocationId from = before.location();
        moveStock(before, take, to);
        boolean whole = Parts.others(before, take).isEmpty()
                && before.lines().stream().allMatch(line -> line.remaining() == line.total());
        FulfillmentOrder original;
        FulfillmentOrder moved;
        if (whole) {
            moved = parts.keep(before.withLocation(to));
            original = moved;
        } else {
            Parts.Cut cut = parts.cut(before, take);
            original = cut.left();
            moved = parts.keep(cut.taken().withLocation(to));
        }
        world.tables.orders.find(before.order()).ifPresent(world::change);
        world.emit(Topic.FULFILLMENT_ORDERS_MOVED, new Subject.Moved(original, moved, from, to));
        FulfillmentOrder answered = !whole && world.isOn(Switch.PARTIAL_MOVE_ANSWER_DUPLICATES) ? before : original;
        return Result.done(new Moved(moved, answered, whole ? null : answered));
    }

    private @Nullable UserError refusal(
            FulfillmentOrder of, LocationId to, Map<FulfillmentOrderLineItemId, Integer> take) {
        boolean held = of.status() == Status.ON_HOLD && !world.isOn(Switch.MOVE_WHILE_HELD);
        if (!of.status().live() || held || of.location().equals(to)) {
            return UserError.of("Cannot change location.", null);
        }
        boolean positive = take.values().stream().allMatch(units -> units > 0);
        if (take.isEmpty() || !positive || !Parts.fits(of, take)) {
            return UserError.of("Invalid fulfillment order line item quantity requested.", null);
        }
        for (FulfillmentOrderLineItemId id : take.keySet()) {
            FulfillmentOrderLine line = of.line(id).orElseThrow();
            if (world.stock.tracks(line.item()) && stocked(line, to) == null) {
                return UserError.of("The destination location doesn't stock the requested inventory item.", null);
            }
        }
        return world.isOn(Switch.MOVE_BEFORE_STOCK) || enough(of, take, to)
                ? null
                : UserError.of("The destination location doesn't have enough inventory available.", null);
    }

    private boolean enough(FulfillmentOrder of, Map<FulfillmentOrderLineItemId, Integer> take, LocationId to) {
        Map<Long, Integer> wanted = new HashMap<>();
        for (Map.Entry<FulfillmentOrderLineItemId, Integer> entry : take.entrySet()) {
            FulfillmentOrderLine line = of.line(entry.getKey()).orElseThrow();
            int sum = wanted.merge(line.item().number(), entry.getValue(), Integer::sum);
            Level level = stocked(line, to);
            if (world.stock.tracks(line.item()) && (level == null || level.available() < sum)) {
                return false;
            }
        }
        return true;
    }

    /** The units are given back where they were committed and committed anew where they go. */
    private void moveStock(FulfillmentOrder of, Map<FulfillmentOrderLineItemId, Integer> take, LocationId to) {
        Stock.Cause cause = Stock.Cause.of("fulfillment_order_moved", of.order().gid());
        take.forEach((id, units) -> {
            FulfillmentOrderLine line = of.line(id).orElseThrow();
            if (line.commits()) {
                world.stock.commit(line.item(), of.location(), -units, cause);
                world.stock.commit(line.item(), to, units, cause);
            }
        });
    }

    List<Destination> destinations(FulfillmentOrder of) {
        List<Destination> found = new ArrayList<>();
        world.tables
                .locations
                .all()
                .filter(place -> place.active() && !place.id().equals(of.location()))
                .forEach(place -> found.add(destination(of, place)));
        return found;
    }

    private Destination destination(FulfillmentOrder of, Location place) {
        List<FulfillmentOrderLine> can = new ArrayList<>();
        List<FulfillmentOrderLine> cannot = new ArrayList<>();
        for (FulfillmentOrderLine line : of.lines()) {
            Level level = stocked(line, place.id());
            boolean fits = !world.stock.tracks(line.item())
                    || (level != null
                            && (world.isOn(Switch.MOVE_BEFORE_STOCK) || level.available() >= line.remaining()));
            (fits ? can : cannot).add(line);
        }
        boolean held = of.status() == Status.ON_HOLD && !world.isOn(Switch.MOVE_WHILE_HELD);
        boolean movable = of.status().live() && !held && !can.isEmpty();
        return new Destination(place, movable, movable ? null : "No items are stocked at this location.", can, cannot);
    }

    private @Nullable Level stocked(FulfillmentOrderLine line, LocationId at) {
        return world.tables.levels.find(line.item(), at).filter(Level::active).orElse(null);
    }
}
