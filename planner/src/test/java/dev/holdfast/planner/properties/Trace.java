package dev.holdfast.planner.properties;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.History;
import dev.holdfast.planner.InvalidFacts;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.histories.RandomHistory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine made of a history: facts and plan at the opening and after every event. */
record Trace(RandomHistory history, Step opening, List<Step> steps) {

    /**
     * One event and what it left.
     *
     * @param event null at the opening
     * @param refusedAt the place that an event which cannot be is refused for, or null
     */
    record Step(@Nullable Event event, @Nullable String refusedAt, Facts facts, Plan plan) {}

    static Trace of(RandomHistory history) {
        History engine = new History(history.facts());
        Step opening = new Step(null, null, history.facts(), engine.plan());
        List<Step> steps = new ArrayList<>();
        for (Event event : history.events()) {
            String refusedAt = null;
            try {
                engine.apply(event);
            } catch (InvalidFacts wrong) {
                refusedAt = wrong.place();
            }
            steps.add(new Step(event, refusedAt, engine.facts(), engine.plan()));
        }
        return new Trace(history, opening, steps);
    }

    List<Step> all() {
        List<Step> all = new ArrayList<>(steps);
        all.addFirst(opening);
        return all;
    }

    Step last() {
        return steps.isEmpty() ? opening : steps.getLast();
    }
}
