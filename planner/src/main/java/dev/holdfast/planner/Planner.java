package dev.holdfast.planner;

import java.util.List;

/**
 * The door of the engine: facts in, plan out.
 *
 * <p>What-if is the same call on changed facts. The same facts in any order of rows give the same plan.
 */
public final class Planner {

    private Planner() {}

    /**
     * The plan of these facts.
     *
     * @throws InvalidFacts where rows contradict each other, with the place of the row
     */
    public static Plan plan(Facts facts) {
        return new History(facts).plan();
    }

    /**
     * The plan after these events, applied in order.
     *
     * @throws InvalidFacts where rows or events contradict each other; the place of an event starts with
     *     {@code events[i].}
     */
    public static Plan replay(Facts facts, List<Event> events) {
        History history = new History(facts);
        for (int at = 0; at < events.size(); at++) {
            try {
                history.apply(events.get(at));
            } catch (InvalidFacts invalid) {
                throw new InvalidFacts("events[" + at + "]." + invalid.place(), invalid.reason());
            }
        }
        return history.plan();
    }
}
