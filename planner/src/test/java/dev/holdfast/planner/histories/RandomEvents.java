package dev.holdfast.planner.histories;

import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import dev.holdfast.planner.naive.NaiveHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Random events that mostly make sense where they stand, because the naive planner is asked what there is; some ask for
 * too much or for what is not there.
 */
final class RandomEvents {

    private final Dice dice;
    private final RandomFacts shop;
    private final NaiveHistory history;
    private Facts now;
    private int orders;

    RandomEvents(Dice dice, RandomFacts shop, Facts facts) {
        this.dice = dice;
        this.shop = shop;
        this.history = new NaiveHistory(facts);
        this.now = facts;
    }

    List<Event> events(int howMany) {
        List<Event> events = new ArrayList<>();
        while (events.size() < howMany) {
            Event event = dice.chance(4) ? new WrongEvents(dice, now).event() : event();
            events.add(event);
            if (history.refusal(event) == null) {
                now = history.facts();
            }
        }
        return events;
    }

    private Event event() {
        int kind = dice.upTo(99);
        if (kind < 28) {
            return place();
        }
        if (kind < 42) {
            return receiveOrDelay();
        }
        List<DemandLine> open =
                now.demand().stream().filter(line -> line.open() > 0).toList();
        if (kind < 82) {
            return open.isEmpty() ? place() : ofLine(dice.oneOf(open));
        }
        return ofStock();
    }

    /** A refused order's ids are soon asked for again; an accepted one's never. */
    private Event place() {
        boolean lastIsKnown =
                now.demand().stream().anyMatch(line -> line.order().equals(new OrderId("o" + orders)));
        if (lastIsKnown || dice.chance(50)) {
            orders++;
        }
        OrderId order = new OrderId("o" + orders);
        List<Event.PlacedLine> lines = new ArrayList<>();
        int howMany = dice.chance(60) ? 1 : dice.between(2, 4);
        for (int row = 0; row < howMany; row++) {
            VariantId variant = dice.oneOf(shop.variants());
            lines.add(new Event.PlacedLine(
                    new LineId(order.value() + "-" + row),
                    variant,
                    dice.units(),
                    shop.offerOf(variant, 55),
                    shop.someLocations()));
        }
        return new Event.Place(
                order,
                shop.customer(),
                shop.hoursFromNow(dice.between(-3, 2)),
                shop.priority(),
                shop.splitting(),
                dice.shuffled(lines));
    }

    private Event receiveOrDelay() {
        if (now.inbound().isEmpty() || dice.chance(10)) {
            return new Event.Receive(dice.oneOf(shop.variants()), shop.location(), dice.units(), null, false);
        }
        Inbound inbound = dice.oneOf(now.inbound());
        if (dice.chance(35)) {
            return new Event.Delay(inbound.id(), shop.date());
        }
        long units = dice.chance(30) ? inbound.quantity() : dice.units();
        LocationId where = dice.chance(70) ? inbound.location() : shop.location();
        return new Event.Receive(inbound.variant(), where, units, inbound.id(), dice.chance(20));
    }

    private Event ofLine(DemandLine line) {
        return switch (dice.upTo(9)) {
            case 0, 1 -> new Event.Cancel(line.id(), upTo(line.open()));
            case 2 -> new Event.Raise(line.id(), dice.units());
            case 3, 4, 5 -> release();
            case 6 -> new Event.Recall(line.id(), upTo(line.firmUnits()));
            default -> ship(line);
        };
    }

    private long upTo(long most) {
        return most == 0 ? 0 : dice.chance(30) ? most : dice.between(dice.chance(10) ? 0 : 1, (int) most);
    }

    private Event release() {
        List<PlannedLine> lines = history.plan().lines();
        List<PlannedLine> ready = lines.stream()
                .filter(line -> line.ready() > line.line().firmUnits())
                .toList();
        PlannedLine line = dice.oneOf(ready.isEmpty() ? lines : ready);
        return new Event.Release(line.line().id(), upTo(line.ready()));
    }

    private Event ship(DemandLine line) {
        List<StockRow> usable = now.stock().stream()
                .filter(row -> row.variant().equals(line.variant()) && row.onHand() > 0)
                .filter(row -> row.offer() == null || row.offer().equals(line.offer()))
                .toList();
        if (usable.isEmpty()) {
            return new Event.Ship(line.id(), 0, shop.location());
        }
        StockRow row = dice.oneOf(usable);
        LocationId where = line.firm().isEmpty() || dice.chance(30)
                ? row.location()
                : line.firm().getFirst().location();
        return new Event.Ship(line.id(), upTo(Math.min(line.open(), row.onHand())), where);
    }

    private Event ofStock() {
        VariantId variant = dice.oneOf(shop.variants());
        LocationId location = shop.location();
        OfferId offer = shop.offerOf(variant, 40);
        return switch (dice.upTo(4)) {
            case 0 -> new Event.Restock(variant, location, offer, dice.units());
            case 1 -> new Event.Count(variant, location, offer, dice.units());
            case 2 -> new Event.Adjust(variant, location, offer, dice.between(-3, 3));
            case 3 ->
                now.inbound().isEmpty()
                        ? new Event.Restock(variant, location, offer, 1)
                        : new Event.FreeInbound(dice.oneOf(now.inbound()).id());
            default -> free(variant, location);
        };
    }

    private Event free(VariantId variant, LocationId location) {
        List<StockRow> dedicated = now.stock().stream()
                .filter(row -> row.offer() != null && row.onHand() > 0)
                .toList();
        if (dedicated.isEmpty()) {
            return new Event.Count(variant, location, null, dice.units());
        }
        StockRow row = dice.oneOf(dedicated);
        OfferId offer = Objects.requireNonNull(row.offer());
        return new Event.FreeStock(row.variant(), row.location(), offer, upTo(row.onHand()));
    }
}
