package dev.holdfast.planfile;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.InvalidFacts;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.Planner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan file as read: facts, and the events to apply to them in order.
 *
 * <p>Only what one value shows is checked here; what needs more than one row is checked where the facts are planned.
 */
public record PlanFile(Facts facts, List<Event> events) {

    private static final List<String> KEYS =
            List.of("asOf", "settings", "policy", "stock", "inbound", "offers", "demand", "events");

    public PlanFile {
        events = List.copyOf(events);
    }

    /**
     * Reads one document of UTF-8 JSON.
     *
     * @param firstLine the number of its first line where it was found, for messages: 1 in a file of its own
     * @param now what {@code asOf} is where the document does not say
     * @throws InvalidFacts naming the first place found bad: broken JSON by {@code line L, column C}
     */
    public static PlanFile read(byte[] document, int firstLine, Instant now) {
        Json json = JsonReader.read(Utf8.text(document, firstLine), firstLine);
        Fields file = new Value(Place.DOCUMENT, json).fields(KEYS);
        Facts facts = new FactsReader(file, now).read();
        EventReader reader = new EventReader(facts);
        List<Event> events = new ArrayList<>();
        for (Value event : file.items("events")) {
            events.add(reader.read(event));
        }
        return new PlanFile(facts, events);
    }

    /**
     * The plan after the events.
     *
     * @throws InvalidFacts naming the first row or event that contradicts others
     */
    public Plan plan() {
        return Planner.replay(facts, events);
    }
}
