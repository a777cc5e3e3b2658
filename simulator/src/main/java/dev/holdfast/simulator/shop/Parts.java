package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.FulfillmentOrders.Units;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.FulfillmentOrder.Status;
import dev.holdfast.simulator.shop.state.FulfillmentOrderLine;
import dev.holdfast.simulator.shop.state.Id.FulfillmentHoldId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderLineItemId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes fulfillment orders apart: part of the units goes into one with new ids. */
final class Parts {

    private final World world;

    /** What a cut left, and what it took. */
    record Cut(FulfillmentOrder left, FulfillmentOrder taken) {}

    Parts(World world) {
        this.world = world;
    }

    /** The taken part has new ids, its own copies of the holds, and is kept; so is what is left. */
    Cut cut(FulfillmentOrder of, Map<FulfillmentOrderLineItemId, Integer> take) {
        List<FulfillmentOrderLine> left = new ArrayList<>();
        List<FulfillmentOrderLine> taken = new ArrayList<>();
        for (FulfillmentOrderLine line : of.lines()) {
            int units = take.getOrDefault(line.id(), 0);
            if (units < line.total()) {
                left.add(units == 0 ? line : line.less(units));
            }
            if (units > 0) {
                taken.add(line.as(new FulfillmentOrderLineItemId(world.nextId()), units));
            }
        }
        FulfillmentOrder rest = of.withLines(left);
        if (rest.remaining() == 0) {
            rest = rest.withStatus(Status.CLOSED).withHolds(List.of());
        }
        List<FulfillmentHold> holds = new ArrayList<>();
        of.holds().forEach(hold -> holds.add(hold.withId(new FulfillmentHoldId(world.nextId()))));
        FulfillmentOrder part = of.withId(new FulfillmentOrderId(world.nextId()), world.now())
                .withLines(taken)
                .withHolds(holds);
        if (part.status() == Status.IN_PROGRESS) {
            part = part.withStatus(Status.OPEN);
        }
        world.tables.fulfillmentOrdersOf.add(of.order(), part.id());
        return new Cut(keep(rest), keep(part));
    }

    FulfillmentOrder keep(FulfillmentOrder changed) {
        FulfillmentOrder after = changed.withUpdatedAt(world.now());
        world.tables.fulfillmentOrders.put(after);
        return after;
    }

    /** What it is when nothing holds it. */
    Status unheld(FulfillmentOrder of) {
        Instant at = of.fulfillAt();
        if (at != null && at.isAfter(world.now())) {
            return Status.SCHEDULED;
        }
        boolean begun = of.lines().stream().anyMatch(line -> line.remaining() < line.total());
        return begun && world.isOn(Switch.PARTIAL_FULFILLMENT_IS_IN_PROGRESS) ? Status.IN_PROGRESS : Status.OPEN;
    }

    Instant thisHour() {
        return world.now().truncatedTo(ChronoUnit.HOURS);
    }

    /** Units by line; a line named twice counts twice. */
    static Map<FulfillmentOrderLineItemId, Integer> byLine(List<Units> units) {
        Map<FulfillmentOrderLineItemId, Integer> byLine = new HashMap<>();
        units.forEach(each -> byLine.merge(each.line(), each.quantity(), Integer::sum));
        return byLine;
    }

    /** Whether every line is of the fulfillment order and has so many units left. */
    static boolean fits(FulfillmentOrder of, Map<FulfillmentOrderLineItemId, Integer> units) {
        return units.entrySet().stream()
                .allMatch(entry -> of.line(entry.getKey())
                        .filter(line -> entry.getValue() <= line.remaining())
                        .isPresent());
    }

    /** The remaining units that are not in {@code units}. */
    static Map<FulfillmentOrderLineItemId, Integer> others(
            FulfillmentOrder of, Map<FulfillmentOrderLineItemId, Integer> units) {
        Map<FulfillmentOrderLineItemId, Integer> others = new HashMap<>();
        for (FulfillmentOrderLine line : of.lines()) {
            int rest = line.remaining() - units.getOrDefault(line.id(), 0);
            if (rest > 0) {
                others.put(line.id(), rest);
            }
        }
        return others;
    }
}
