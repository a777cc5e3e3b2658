package dev.holdfast.planner.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.FirmTotals;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.Peg;
import dev.holdfast.planner.Pegs;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.Planner;
import dev.holdfast.planner.Remainder;
import dev.holdfast.planner.ShopOrder;
import dev.holdfast.planner.Splitting;
import dev.holdfast.planner.Supply;
import dev.holdfast.planner.VariantId;
import dev.holdfast.planner.VariantSupply;
import dev.holdfast.planner.properties.Trace.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * P4: the streamed door gives the same pegs as the plan, and a line given after the whole queue gets what it gets in a
 * plan with it at the tail, where nobody else moves.
 */
final class Append implements Pegs {

    private static final LineId TAIL = new LineId("tail");

    private final Map<LineId, Map<String, Long>> units = new HashMap<>();

    static void append(Trace trace) {
        movesNobody(trace.last());
    }

    private static void movesNobody(Step step) {
        Facts facts = step.facts();
        Map<LineId, Map<String, Long>> planned = told(step.plan());
        Set<VariantId> variants =
                Set.copyOf(facts.stock().stream().map(row -> row.variant()).toList());
        Append streamed = new Append();
        for (VariantId variant : variants) {
            Remainder left = streamed.stream(facts, variant);
            DemandLine plain = tail(facts, variant, null, 3);
            isTheSame(left, plain, facts, planned);
            facts.offers().stream()
                    .filter(offer -> offer.variants().contains(variant))
                    .forEach(offer -> isTheSame(left, tail(facts, variant, offer.id(), 4), facts, planned));
        }
        planned.keySet().retainAll(streamed.units.keySet());
        assertThat(streamed.units).isEqualTo(planned);
    }

    private Remainder stream(Facts facts, VariantId variant) {
        List<DemandLine> queue = facts.demand().stream()
                .filter(line -> line.variant().equals(variant) && line.open() > 0)
                .sorted(new ShopOrder(facts.settings()).lines())
                .toList();
        FirmTotals firm = new FirmTotals();
        queue.forEach(firm::add);
        Remainder remainder = new Remainder(VariantSupply.of(
                facts.today(),
                new ShopOrder(facts.settings()),
                facts.stock().stream()
                        .filter(row -> row.variant().equals(variant))
                        .toList(),
                facts.inbound().stream()
                        .filter(row -> row.variant().equals(variant))
                        .toList(),
                firm));
        queue.forEach(line -> remainder.give(line, this));
        return remainder;
    }

    private static void isTheSame(Remainder left, DemandLine tail, Facts facts, Map<LineId, Map<String, Long>> before) {
        Append appended = new Append();
        left.copy().give(tail, appended);
        List<DemandLine> longer = new ArrayList<>(facts.demand());
        longer.add(tail);
        Plan after = Planner.plan(new Facts(
                facts.asOf(),
                facts.settings(),
                facts.policies(),
                facts.stock(),
                facts.inbound(),
                facts.offers(),
                longer));
        Map<LineId, Map<String, Long>> planned = told(after);
        assertThat(planned.remove(TAIL)).as("%s", tail).isEqualTo(appended.units.get(TAIL));
        assertThat(planned).as("%s moves nobody", tail).isEqualTo(before);
    }

    private static DemandLine tail(Facts facts, VariantId variant, @Nullable OfferId offer, long open) {
        return new DemandLine(
                TAIL,
                new OrderId("tail"),
                null,
                variant,
                open,
                facts.asOf(),
                Long.MIN_VALUE,
                offer,
                null,
                Set.of(),
                Splitting.SPLIT,
                List.of());
    }

    /** Units by line and by supply, as a plan shows them. */
    private static Map<LineId, Map<String, Long>> told(Plan plan) {
        Append told = new Append();
        for (PlannedLine line : plan.lines()) {
            for (Peg peg : line.pegs()) {
                told.note(line.line(), (peg.firm() ? "firm on " : "on ") + peg.supply(), peg.quantity());
            }
            if (line.uncovered() > 0) {
                told.note(line.line(), "uncovered", line.uncovered());
            }
            if (Shelf.shortUnits(line) > 0) {
                told.note(line.line(), "short", Shelf.shortUnits(line));
            }
        }
        return told.units;
    }

    private void note(DemandLine line, String where, long quantity) {
        units.computeIfAbsent(line.id(), id -> new HashMap<>()).merge(where, quantity, Long::sum);
    }

    @Override
    public void peg(DemandLine line, Supply supply, long quantity, boolean firm) {
        note(line, (firm ? "firm on " : "on ") + supply.ref(), quantity);
    }

    @Override
    public void uncovered(DemandLine line, long quantity, long shortOfFirm) {
        note(line, "uncovered", quantity);
        if (shortOfFirm > 0) {
            note(line, "short", shortOfFirm);
        }
    }
}
