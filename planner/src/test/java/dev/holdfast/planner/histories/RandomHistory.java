package dev.holdfast.planner.histories;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import java.util.ArrayList;
import java.util.List;

/** Facts and a sequence of events, some of which may be refused as impossible. */
public record RandomHistory(Facts facts, List<Event> events) {

    public RandomHistory {
        events = List.copyOf(events);
    }

    /** The one that a seed stands for: most are short, one in two hundred has 200 events. */
    public static RandomHistory of(long seed) {
        Dice dice = new Dice(seed);
        int size = dice.upTo(199);
        int events = size == 0 ? 200 : size < 12 ? dice.between(10, 40) : dice.upTo(9);
        RandomFacts shop = new RandomFacts(dice);
        Facts facts = shop.facts();
        return new RandomHistory(facts, new RandomEvents(dice, shop, facts).events(events));
    }

    RandomHistory with(Facts others) {
        return new RandomHistory(others, events);
    }

    RandomHistory with(int at, Event other) {
        List<Event> changed = new ArrayList<>(events);
        changed.set(at, other);
        return new RandomHistory(facts, changed);
    }

    RandomHistory without(int from, int to) {
        List<Event> fewer = new ArrayList<>(events);
        fewer.subList(from, to).clear();
        return new RandomHistory(facts, fewer);
    }
}
