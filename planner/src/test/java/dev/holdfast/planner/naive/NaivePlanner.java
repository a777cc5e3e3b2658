package dev.holdfast.planner.naive;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.Plan;
import java.util.List;

/** The second opinion: the same doors as the engine's, with empty words for {@code why} and {@code detail}. */
public final class NaivePlanner {

    private NaivePlanner() {}

    public static Plan plan(Facts facts) {
        return new NaiveHistory(facts).plan();
    }

    public static Plan replay(Facts facts, List<Event> events) {
        NaiveHistory history = new NaiveHistory(facts);
        events.forEach(history::apply);
        return history.plan();
    }
}
