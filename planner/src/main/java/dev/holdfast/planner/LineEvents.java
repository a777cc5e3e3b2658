package dev.holdfast.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happens to a line in the queue: cancelled, made firm, recalled, shipped. */
final class LineEvents {

    private final Books books;

    LineEvents(Books books) {
        this.books = books;
    }

    /** Units that are not firm go first. */
    void cancel(Event.Cancel event) {
        DemandLine line = known("cancel.line", event.line());
        checkAtMost("cancel.quantity", event.quantity(), line.open(), "are open");
        long open = line.open() - event.quantity();
        Firm firm = new Firm(line);
        firm.dropTo(open);
        books.change(line, open, firm.units());
        books.count(line, -event.quantity());
    }

    /** Takes ready units in supply order. */
    void release(Event.Release event) {
        DemandLine line = known("release.line", event.line());
        LinePlan plan = planOf(line);
        checkAtMost("release.quantity", event.quantity(), releasable(plan), "are ready and not firm");
        Firm firm = new Firm(line);
        long wanted = event.quantity();
        for (Peg peg : plan == null ? List.<Peg>of() : plan.pegs()) {
            if (!peg.firm() && peg.supply() instanceof SupplyRef.OnStock stock) {
                long taken = Math.min(wanted, peg.quantity());
                firm.add(stock.location(), taken);
                wanted -= taken;
            }
        }
        books.change(line, line.open(), firm.units());
    }

    void recall(Event.Recall event) {
        DemandLine line = known("recall.line", event.line());
        long firmUnits = line.firmUnits();
        checkAtMost("recall.quantity", event.quantity(), firmUnits, "are firm");
        Firm firm = new Firm(line);
        firm.dropTo(firmUnits - event.quantity());
        books.change(line, line.open(), firm.units());
    }

    /** Uses the line's firm pegs there first, and its dedicated stock before general. */
    void ship(Event.Ship event) {
        DemandLine line = known("ship.line", event.line());
        checkAtMost("ship.quantity", event.quantity(), line.open(), "are open");
        VariantBook book = books.variant(line.variant());
        StockKey general = new StockKey(event.location(), null);
        StockKey dedicated = new StockKey(event.location(), line.offer());
        long ofDedicated = line.offer() == null ? 0 : Math.min(event.quantity(), book.onHand(dedicated));
        long ofGeneral = event.quantity() - ofDedicated;
        checkAtMost(
                "ship.quantity",
                event.quantity(),
                ofDedicated + book.onHand(general),
                "are on hand for it at \"" + event.location().value() + "\"");
        if (ofDedicated > 0) {
            book.addToStock(dedicated, -ofDedicated);
        }
        if (ofGeneral > 0) {
            book.addToStock(general, -ofGeneral);
        }
        long open = line.open() - event.quantity();
        Firm firm = new Firm(line);
        firm.take(event.location(), event.quantity());
        firm.dropTo(open);
        books.change(line, open, firm.units());
    }

    /** The line's plan, or null when it has no open units. */
    private @Nullable LinePlan planOf(DemandLine line) {
        for (LinePlan plan : books.plan(line.variant()).lines()) {
            if (plan.line().id().equals(line.id())) {
                return plan;
            }
        }
        return null;
    }

    private long releasable(@Nullable LinePlan plan) {
        if (plan == null) {
            return 0;
        }
        boolean ready = switch (plan.line().splitting()) {
            case SPLIT -> true;
            case WHOLE_LINE -> plan.whollyOnStock();
            case WHOLE_ORDER ->
                books.linesOf(plan.line().order()).stream()
                        .map(this::planOf)
                        .allMatch(other -> other == null || other.whollyOnStock());
        };
        return ready ? plan.movableOnStock() : 0;
    }

    private static void checkAtMost(String place, long wanted, long there, String what) {
        if (wanted > there) {
            throw new InvalidFacts(place, "takes %d units, of which %d %s".formatted(wanted, there, what));
        }
    }

    private DemandLine known(String place, LineId id) {
        DemandLine line = books.line(id);
        if (line == null) {
            throw FactsCheck.unknown(place, "line", id);
        }
        return line;
    }

    /** A line's firm units by location, in the shop's order. */
    private final class Firm {

        private final TreeMap<LocationId, Long> byLocation;
        private long total;

        Firm(DemandLine line) {
            byLocation = new TreeMap<>(books.order().locations());
            line.firm().forEach(units -> add(units.location(), units.quantity()));
        }

        void add(LocationId location, long units) {
            byLocation.merge(location, units, Long::sum);
            total += units;
        }

        /** Takes what is firm there, at most so many. */
        void take(LocationId location, long atMost) {
            long taken = Math.min(atMost, byLocation.getOrDefault(location, 0L));
            add(location, -taken);
        }

        /** Drops what is above the limit, from the last location of the shop's order on. */
        void dropTo(long limit) {
            for (LocationId location : List.copyOf(byLocation.descendingKeySet())) {
                take(location, Math.max(0, total - limit));
            }
        }

        List<FirmUnits> units() {
            List<FirmUnits> units = new ArrayList<>(byLocation.size());
            for (Map.Entry<LocationId, Long> entry : byLocation.entrySet()) {
                if (entry.getValue() > 0) {
                    units.add(new FirmUnits(entry.getKey(), entry.getValue()));
                }
            }
            return units;
        }
    }
}
