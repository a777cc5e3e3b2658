package dev.holdfast.planner.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Availability;
import dev.holdfast.planner.Decision;
import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Event;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.VariantId;
import dev.holdfast.planner.properties.Trace.Step;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** P10: what was accepted under each offer, counted beside the engine, and what a policy had left when it accepted. */
final class Limits {

    private record Sold(@Nullable OfferId offer, VariantId variant) {}

    private final Map<LineId, Sold> lines = new HashMap<>();
    private final Map<OfferId, Long> accepted = new HashMap<>();

    static void limits(Trace trace) {
        Limits limits = new Limits();
        trace.opening().facts().offers().forEach(offer -> limits.accepted.put(offer.id(), offer.shipped()));
        for (DemandLine line : trace.opening().facts().demand()) {
            limits.sell(line.id(), new Sold(line.offer(), line.variant()), line.open());
        }
        Plan before = trace.opening().plan();
        for (Step step : trace.steps()) {
            if (step.refusedAt() == null && step.event() != null) {
                limits.note(step.event(), step, before);
            }
            limits.isShown(step.plan());
            before = step.plan();
        }
    }

    private void sell(LineId id, Sold line, long units) {
        lines.put(id, line);
        if (line.offer() != null) {
            accepted.merge(line.offer(), units, Long::sum);
        }
    }

    private Sold sold(LineId id) {
        Sold sold = lines.get(id);
        if (sold == null) {
            throw new AssertionError("nobody ordered " + id);
        }
        return sold;
    }

    private void note(Event event, Step step, Plan before) {
        switch (event) {
            case Event.Place place -> {
                if (step.plan().decisions().getLast() instanceof Decision.Accepted) {
                    place.lines()
                            .forEach(line -> sell(line.id(), new Sold(line.offer(), line.variant()), line.quantity()));
                    fits(place, before);
                    place.lines().forEach(line -> isWithinCap(line.offer(), step));
                }
            }
            case Event.Raise raise -> {
                if (step.plan().decisions().getLast() instanceof Decision.Accepted) {
                    Sold line = sold(raise.line());
                    sell(raise.line(), line, raise.quantity());
                    if (line.offer() == null) {
                        fits(line.variant(), raise.quantity(), before);
                    }
                    isWithinCap(line.offer(), step);
                }
            }
            case Event.Cancel cancel -> sell(cancel.line(), sold(cancel.line()), -cancel.quantity());
            default -> {}
        }
    }

    /** A policy takes no more in one order than what was sellable before it, whatever its lines are limited to. */
    private static void fits(Event.Place place, Plan before) {
        Map<VariantId, Long> units = new HashMap<>();
        for (Event.PlacedLine line : place.lines()) {
            if (line.offer() == null) {
                units.merge(line.variant(), line.quantity(), Long::sum);
            }
        }
        units.forEach((variant, quantity) -> fits(variant, quantity, before));
    }

    private static void fits(VariantId variant, long quantity, Plan before) {
        for (Availability availability : before.availability()) {
            if (availability.variant().equals(variant) && availability.sellable() != null) {
                assertThat(quantity).as("accepted of %s", variant).isLessThanOrEqualTo(availability.sellable());
            }
        }
    }

    private void isWithinCap(@Nullable OfferId id, Step step) {
        for (Offer offer : step.facts().offers()) {
            if (offer.id().equals(id) && offer.cap() != null) {
                assertThat(accepted.get(id)).as("%s", offer).isLessThanOrEqualTo(offer.cap());
            }
        }
    }

    private void isShown(Plan plan) {
        for (Plan.OfferLeft offer : plan.offers()) {
            assertThat(offer.accepted()).as("%s", offer).isEqualTo(accepted.get(offer.id()));
        }
    }
}
