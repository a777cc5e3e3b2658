package dev.holdfast.planner.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Event;
import dev.holdfast.planner.FirmUnits;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.Planner;
import dev.holdfast.planner.histories.PlanText;
import dev.holdfast.planner.properties.Trace.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must not change on the way: P8, the firm half of P5, and that an event which cannot be changes nothing. */
final class Replay {

    private Replay() {}

    /** P8. */
    static void fromScratch(Trace trace) {
        for (Step step : trace.steps()) {
            assertThat(PlanText.whatStays(Planner.plan(step.facts())))
                    .as("from scratch after %s", step.event())
                    .isEqualTo(PlanText.whatStays(step.plan()));
        }
        List<Event> possible = trace.steps().stream()
                .filter(step -> step.refusedAt() == null)
                .<Event>mapMulti((step, events) -> {
                    if (step.event() != null) {
                        events.accept(step.event());
                    }
                })
                .toList();
        assertThat(PlanText.withWords(Planner.replay(trace.opening().facts(), possible)))
                .isEqualTo(PlanText.withWords(trace.last().plan()));
    }

    static void refusalsChangeNothing(Trace trace) {
        Step before = trace.opening();
        for (Step step : trace.steps()) {
            if (step.refusedAt() != null) {
                assertThat(PlanText.withWords(step.plan()))
                        .as("after the refused %s", step.event())
                        .isEqualTo(PlanText.withWords(before.plan()));
            }
            before = step;
        }
    }

    /** P5: only what is done to a line itself changes where its units are firm. */
    static void firmStays(Trace trace) {
        PlanRules.firmStays(trace.opening());
        Map<LineId, Map<String, Long>> before = firm(trace.opening());
        for (Step step : trace.steps()) {
            PlanRules.firmStays(step);
            Map<LineId, Map<String, Long>> after = firm(step);
            LineId touched = touched(step.event());
            before.forEach((line, firm) -> {
                if (!line.equals(touched)) {
                    assertThat(after.getOrDefault(line, Map.of()))
                            .as("%s after %s", line, step.event())
                            .isEqualTo(firm);
                }
            });
            before = after;
        }
    }

    private static @Nullable LineId touched(@Nullable Event event) {
        return switch (event) {
            case Event.Cancel cancel -> cancel.line();
            case Event.Ship ship -> ship.line();
            case Event.Release release -> release.line();
            case Event.Recall recall -> recall.line();
            case null, default -> null;
        };
    }

    private static Map<LineId, Map<String, Long>> firm(Step step) {
        Map<LineId, Map<String, Long>> firm = new HashMap<>();
        for (DemandLine line : step.facts().demand()) {
            Map<String, Long> places = firm.computeIfAbsent(line.id(), id -> new HashMap<>());
            for (FirmUnits units : line.firm()) {
                if (units.quantity() > 0) {
                    places.merge(units.location().value(), units.quantity(), Long::sum);
                }
            }
        }
        return firm;
    }
}
