package dev.holdfast.planner.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.History;
import dev.holdfast.planner.InvalidFacts;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.VariantId;
import dev.holdfast.planner.histories.PlanText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** P6: the same facts in another order, then the same events, with the lines of an order in another order. */
final class Shuffled {

    private final Random random = new Random(6);

    static void determinism(Trace trace) {
        Shuffled shuffled = new Shuffled();
        Facts facts = shuffled.facts(trace.opening().facts());
        History engine = new History(facts);
        for (Trace.Step step : trace.steps()) {
            Event event = step.event() instanceof Event.Place place ? shuffled.place(place) : step.event();
            boolean refused = event != null && refuses(engine, event);
            assertThat(refused).as("%s", event).isEqualTo(step.refusedAt() != null);
        }
        assertThat(PlanText.withWords(engine.plan()))
                .isEqualTo(PlanText.withWords(trace.last().plan()));
    }

    private static boolean refuses(History engine, Event event) {
        try {
            engine.apply(event);
            return false;
        } catch (InvalidFacts wrong) {
            return true;
        }
    }

    private Facts facts(Facts facts) {
        Map<VariantId, Policy> policies = new LinkedHashMap<>();
        rows(List.copyOf(facts.policies().entrySet())).forEach(entry -> policies.put(entry.getKey(), entry.getValue()));
        return new Facts(
                facts.asOf(),
                facts.settings(),
                policies,
                rows(facts.stock()),
                rows(facts.inbound()),
                rows(facts.offers()),
                rows(facts.demand()).stream().map(this::line).toList());
    }

    private <T> List<T> rows(List<T> rows) {
        List<T> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private DemandLine line(DemandLine line) {
        return new DemandLine(
                line.id(),
                line.order(),
                line.customer(),
                line.variant(),
                line.open(),
                line.placedAt(),
                line.priority(),
                line.offer(),
                line.promisedOn(),
                line.locations(),
                line.splitting(),
                rows(line.firm()));
    }

    private Event.Place place(Event.Place place) {
        return new Event.Place(
                place.order(),
                place.customer(),
                place.placedAt(),
                place.priority(),
                place.splitting(),
                rows(place.lines()));
    }
}
