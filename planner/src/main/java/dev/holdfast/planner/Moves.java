package dev.holdfast.planner;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers, for each line, which event moved its date last. */
final class Moves {

    private final Books books;
    private final Map<LineId, Move> last = new HashMap<>();

    Moves(Books books) {
        this.books = books;
    }

    @Nullable
    Move last(LineId line) {
        return last.get(line);
    }

    /** Runs the event, and compares the plans of the variants it touches before and after. */
    @SuppressWarnings("ReferenceEquality") // the same list, not an equal one: see below
    void during(Event event, Runnable apply) {
        Set<VariantId> variants = variantsOf(event);
        Map<VariantId, List<LinePlan>> before = new HashMap<>();
        for (VariantId variant : variants) {
            if (books.names(variant)) {
                before.put(variant, books.plan(variant).lines());
            }
        }
        apply.run();
        before.forEach((variant, lines) -> {
            List<LinePlan> now = books.plan(variant).lines();
            // A plan that only grew at its tail is the same list still, and nothing in it moved.
            if (now != lines) {
                compare(lines, now, event);
            }
        });
    }

    /** Both are in queue order: a line that only one of them has is passed over. */
    private void compare(List<LinePlan> before, List<LinePlan> now, Event event) {
        Comparator<DemandLine> order = books.order().lines();
        int old = 0;
        for (LinePlan line : now) {
            while (old < before.size() && order.compare(before.get(old).line(), line.line()) < 0) {
                old++;
            }
            LinePlan was = old < before.size() ? before.get(old) : line;
            if (was.line().id().equals(line.line().id()) && !Objects.equals(was.shipOn(), line.shipOn())) {
                last.put(line.line().id(), new Move(was.shipOn(), Move.cause(event)));
            }
        }
    }

    private Set<VariantId> variantsOf(Event event) {
        Set<VariantId> variants = new LinkedHashSet<>();
        switch (event) {
            case Event.Place place -> place.lines().forEach(line -> variants.add(line.variant()));
            case Event.Receive receive -> variants.add(receive.variant());
            case Event.Delay delay -> addInbound(variants, delay.inbound());
            case Event.FreeInbound free -> addInbound(variants, free.inbound());
            case Event.Cancel cancel -> addLine(variants, cancel.line());
            case Event.Raise raise -> addLine(variants, raise.line());
            case Event.Release release -> addLine(variants, release.line());
            case Event.Recall recall -> addLine(variants, recall.line());
            case Event.Ship ship -> addLine(variants, ship.line());
            case Event.FreeStock free -> variants.add(free.variant());
            case Event.Restock restock -> variants.add(restock.variant());
            case Event.Count count -> variants.add(count.variant());
            case Event.Adjust adjust -> variants.add(adjust.variant());
        }
        return variants;
    }

    private void addInbound(Set<VariantId> variants, InboundId id) {
        Inbound inbound = books.inbound(id);
        if (inbound != null) {
            variants.add(inbound.variant());
        }
    }

    private void addLine(Set<VariantId> variants, LineId id) {
        DemandLine line = books.line(id);
        if (line != null) {
            variants.add(line.variant());
        }
    }
}
