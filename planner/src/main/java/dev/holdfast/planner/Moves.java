package dev.holdfast.planner;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
    void during(Event event, Runnable apply) {
        Map<LineId, @Nullable LocalDate> before = new HashMap<>();
        Set<VariantId> variants = variantsOf(event);
        for (VariantId variant : variants) {
            if (!books.names(variant)) {
                continue;
            }
            for (LinePlan line : books.plan(variant).lines()) {
                before.put(line.line().id(), line.shipOn());
            }
        }
        apply.run();
        for (VariantId variant : variants) {
            for (LinePlan line : books.plan(variant).lines()) {
                LineId id = line.line().id();
                if (before.containsKey(id) && !Objects.equals(before.get(id), line.shipOn())) {
                    last.put(id, new Move(before.get(id), Move.cause(event)));
                }
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
