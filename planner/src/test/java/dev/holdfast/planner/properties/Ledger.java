package dev.holdfast.planner.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Decision;
import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import dev.holdfast.planner.properties.Trace.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** P9: books kept beside the engine, from the events and its answers alone. */
final class Ledger {

    private record Place(VariantId variant, LocationId location) {}

    private final Map<LineId, Long> open = new HashMap<>();
    private final Map<LineId, VariantId> variants = new HashMap<>();
    private final Map<Place, Long> stock = new HashMap<>();

    static void accounting(Trace trace) {
        Ledger ledger = new Ledger(trace.opening().facts());
        Facts before = trace.opening().facts();
        for (Step step : trace.steps()) {
            if (step.refusedAt() == null && step.event() != null) {
                ledger.note(step.event(), before, step.plan());
            }
            ledger.balances(step);
            before = step.facts();
        }
    }

    private Ledger(Facts opening) {
        opening.demand().forEach(line -> order(line.id(), line.variant(), line.open()));
        opening.stock().forEach(row -> move(row.variant(), row.location(), row.onHand()));
    }

    private void order(LineId line, VariantId variant, long units) {
        open.merge(line, units, Long::sum);
        variants.put(line, variant);
    }

    private void move(VariantId variant, LocationId location, long units) {
        stock.merge(new Place(variant, location), units, Long::sum);
    }

    private void note(Event event, Facts before, Plan after) {
        switch (event) {
            case Event.Place place -> {
                if (after.decisions().getLast() instanceof Decision.Accepted) {
                    place.lines().forEach(line -> order(line.id(), line.variant(), line.quantity()));
                }
            }
            case Event.Raise raise -> {
                if (after.decisions().getLast() instanceof Decision.Accepted) {
                    open.merge(raise.line(), raise.quantity(), Long::sum);
                }
            }
            case Event.Cancel cancel -> open.merge(cancel.line(), -cancel.quantity(), Long::sum);
            case Event.Ship ship -> {
                open.merge(ship.line(), -ship.quantity(), Long::sum);
                move(variants.getOrDefault(ship.line(), new VariantId("?")), ship.location(), -ship.quantity());
            }
            case Event.Receive receive -> move(receive.variant(), receive.location(), receive.quantity());
            case Event.Restock restock -> move(restock.variant(), restock.location(), restock.quantity());
            case Event.Adjust adjust -> move(adjust.variant(), adjust.location(), adjust.delta());
            case Event.Count count -> recount(count, before);
            case Event.Delay _, Event.Release _, Event.Recall _, Event.FreeStock _, Event.FreeInbound _ -> {}
        }
    }

    /** A count is an adjustment of one row. */
    private void recount(Event.Count count, Facts before) {
        long onHand = 0;
        for (StockRow row : before.stock()) {
            boolean sameRow = row.variant().equals(count.variant())
                    && row.location().equals(count.location())
                    && Objects.equals(row.offer(), count.offer());
            onHand += sameRow ? row.onHand() : 0;
        }
        move(count.variant(), count.location(), count.onHand() - onHand);
    }

    private void balances(Step step) {
        for (DemandLine line : step.facts().demand()) {
            assertThat(line.open()).as("%s after %s", line, step.event()).isEqualTo(open.get(line.id()));
        }
        Map<Place, Long> shown = new HashMap<>();
        for (StockRow row : step.plan().stock()) {
            shown.merge(new Place(row.variant(), row.location()), row.onHand(), Long::sum);
        }
        stock.keySet().forEach(place -> shown.putIfAbsent(place, 0L));
        shown.keySet().forEach(place -> stock.putIfAbsent(place, 0L));
        assertThat(shown).as("after %s", step.event()).isEqualTo(stock);
        assertThat(step.plan().lines()).as("lines shown after %s", step.event()).hasSize((int)
                open.values().stream().filter(units -> units > 0).count());
    }
}
