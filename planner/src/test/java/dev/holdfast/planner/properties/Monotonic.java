package dev.holdfast.planner.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.History;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.Peg;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.Planner;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import dev.holdfast.planner.properties.Trace.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** P7: more general supply, or any supply earlier, makes no line later. */
final class Monotonic {

    /** Units without a date come after all that have one, and units that nothing covers after those. */
    private static final long DATELESS = Long.MAX_VALUE - 1;

    private static final long UNCOVERED = Long.MAX_VALUE;

    private Monotonic() {}

    static void monotonic(Trace trace) {
        nothingBetterHurts(trace.last());
    }

    private static void nothingBetterHurts(Step step) {
        Facts facts = step.facts();
        Map<LineId, long[]> before = dates(step.plan());
        Set<VariantId> leftOut = facts.demand().stream()
                .filter(line -> !line.locations().isEmpty())
                .map(line -> line.variant())
                .collect(Collectors.toSet());
        for (int row = 0; row < facts.stock().size(); row++) {
            StockRow stock = facts.stock().get(row);
            if (stock.offer() == null && !leftOut.contains(stock.variant())) {
                StockRow more =
                        new StockRow(stock.variant(), stock.location(), null, stock.onHand() + 2, stock.safetyStock());
                noLater(before, with(facts, replaced(facts.stock(), row, more), facts.inbound()), "more " + stock);
            }
        }
        for (int row = 0; row < facts.inbound().size(); row++) {
            Inbound inbound = facts.inbound().get(row);
            if (!leftOut.contains(inbound.variant())) {
                for (Inbound better : better(inbound, facts.today())) {
                    noLater(
                            before,
                            with(facts, facts.stock(), replaced(facts.inbound(), row, better)),
                            inbound + " becomes " + better);
                }
                if (!firmUnitsMayTake(inbound, step)) {
                    noLater(before, received(facts, inbound), inbound + " arrives");
                }
            }
        }
        for (StockRow stock : facts.stock()) {
            if (!leftOut.contains(stock.variant())) {
                List<Inbound> more = new ArrayList<>(facts.inbound());
                more.add(new Inbound(
                        new InboundId("one more"), stock.variant(), stock.location(), null, 2, facts.today()));
                noLater(before, with(facts, facts.stock(), more), "one more delivery for " + stock);
            }
        }
    }

    /** What arrives may first go to short firm units there, and to firm units of the offer it is for. */
    private static boolean firmUnitsMayTake(Inbound inbound, Step step) {
        return step.plan().lines().stream()
                .filter(line -> line.line().variant().equals(inbound.variant()))
                .anyMatch(line -> Shelf.shortUnits(line) > 0
                        || (inbound.offer() != null
                                && inbound.offer().equals(line.line().offer())
                                && line.line().firmUnits() > 0));
    }

    private static Facts received(Facts facts, Inbound inbound) {
        History history = new History(facts);
        history.apply(
                new Event.Receive(inbound.variant(), inbound.location(), inbound.quantity(), inbound.id(), false));
        return history.facts();
    }

    private static List<Inbound> better(Inbound inbound, LocalDate today) {
        List<Inbound> better = new ArrayList<>();
        LocalDate date = inbound.expectedOn();
        LocalDate earlier = date == null ? today.plusDays(5) : date.minusDays(4);
        better.add(of(inbound, inbound.quantity(), earlier));
        if (inbound.offer() == null) {
            better.add(new Inbound(
                    inbound.id(), inbound.variant(), inbound.location(), null, inbound.quantity() + 2, date));
        }
        return better;
    }

    private static Inbound of(Inbound inbound, long quantity, LocalDate date) {
        return new Inbound(inbound.id(), inbound.variant(), inbound.location(), inbound.offer(), quantity, date);
    }

    private static <T> List<T> replaced(List<T> rows, int at, T other) {
        List<T> replaced = new ArrayList<>(rows);
        replaced.set(at, other);
        return replaced;
    }

    private static Facts with(Facts facts, List<StockRow> stock, List<Inbound> inbound) {
        return new Facts(
                facts.asOf(), facts.settings(), facts.policies(), stock, inbound, facts.offers(), facts.demand());
    }

    private static void noLater(Map<LineId, long[]> before, Facts better, String change) {
        dates(Planner.plan(better)).forEach((line, after) -> {
            long[] was = before.getOrDefault(line, after);
            assertThat(after).as("units of %s, %s", line, change).hasSameSizeAs(was);
            for (int unit = 0; unit < was.length; unit++) {
                assertThat(after[unit])
                        .as("unit %d of %s, %s", unit, line, change)
                        .isLessThanOrEqualTo(was[unit]);
            }
        });
    }

    /** For each line its units' dates, earliest first. */
    private static Map<LineId, long[]> dates(Plan plan) {
        Map<LineId, long[]> dates = new HashMap<>();
        for (PlannedLine line : plan.lines()) {
            List<Long> units = new ArrayList<>();
            for (Peg peg : line.pegs()) {
                for (long unit = 0; unit < peg.quantity(); unit++) {
                    units.add(peg.from() == null ? DATELESS : peg.from().toEpochDay());
                }
            }
            while (units.size() < line.line().open()) {
                units.add(UNCOVERED);
            }
            dates.put(
                    line.line().id(),
                    units.stream().mapToLong(unit -> unit).sorted().toArray());
        }
        return dates;
    }
}
