package dev.holdfast.planner.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.histories.PlanText;
import dev.holdfast.planner.naive.NaiveHistory;
import dev.holdfast.planner.naive.NaivePlanner;
import dev.holdfast.planner.properties.Trace.Step;
import org.jspecify.annotations.Nullable;

/** Whether the naive planner says the same, after every event. */
final class SecondOpinion {

    private SecondOpinion() {}

    static void theSame(Trace trace) {
        NaiveHistory naive = new NaiveHistory(trace.opening().facts());
        assertThat(PlanText.of(trace.opening().plan())).isEqualTo(PlanText.of(naive.plan()));
        for (Step step : trace.steps()) {
            assertThat(step.refusedAt()).as("%s", step.event()).isEqualTo(refusal(naive, step.event()));
            assertThat(PlanText.of(step.plan())).as("%s", step.event()).isEqualTo(PlanText.of(naive.plan()));
        }
        assertThat(PlanText.whatStays(trace.last().plan()))
                .as("the engine's facts, planned by the other")
                .isEqualTo(PlanText.whatStays(NaivePlanner.plan(trace.last().facts())));
    }

    private static @Nullable String refusal(NaiveHistory naive, @Nullable Event event) {
        return event == null ? null : naive.refusal(event);
    }
}
