package dev.holdfast.planner.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Decision;
import dev.holdfast.planner.Event;
import dev.holdfast.planner.Incident;
import dev.holdfast.planner.Peg;
import dev.holdfast.planner.Plan;
import dev.holdfast.planner.PlannedLine;
import dev.holdfast.planner.naive.NaiveHistory;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The generator goes where it should, and what it finds is made small. */
class HistoriesTest {

    @Test
    void a_seed_always_stands_for_the_same_history() {
        assertThat(RandomHistory.of(7)).isEqualTo(RandomHistory.of(7)).isNotEqualTo(RandomHistory.of(8));
    }

    @Test
    void random_histories_meet_every_corner() {
        Map<String, Integer> met = new TreeMap<>();
        for (long seed = 0; seed < 600; seed++) {
            RandomHistory history = RandomHistory.of(seed);
            NaiveHistory naive = new NaiveHistory(history.facts());
            for (Event event : history.events()) {
                String refusedAt = naive.refusal(event);
                count(met, refusedAt == null ? event.getClass().getSimpleName() : refusedAt);
            }
            note(met, naive.plan());
            if (history.events().size() == 200) {
                count(met, "200 events");
            }
        }
        assertThat(met.keySet())
                .contains("Place", "Receive", "Delay", "Cancel", "Raise", "Release", "Recall", "FreeStock")
                .contains("FreeInbound", "Ship", "Restock", "Count", "Adjust", "200 events")
                .contains("OFFER_CLOSED", "PER_ORDER", "PER_CUSTOMER", "CAP_REACHED", "OUT_OF_STOCK")
                .contains("accepted order", "accepted raise", "refused raise")
                .contains("OVERSOLD", "SHORT", "OVER_RECEIPT")
                .contains("firm peg", "overdue peg", "dateless peg", "held back", "dateless rung", "no limit")
                .contains("uncovered", "nothing ready on stock", "negative available", "no date", "offer full")
                .contains("place.order", "place.lines", "place.lines[0].id", "place.lines[1].id")
                .contains("place.lines[1].offer", "cancel.line", "cancel.quantity", "raise.line", "release.line")
                .contains("release.quantity", "recall.line", "recall.quantity", "ship.line", "ship.quantity")
                .contains("receive.inbound", "receive.variant", "receive.closes", "delay.inbound", "free.inbound")
                .contains("free.offer", "restock.offer", "count.offer", "adjust.offer", "adjust.delta");
    }

    private static void note(Map<String, Integer> met, Plan plan) {
        for (Decision decision : plan.decisions()) {
            switch (decision) {
                case Decision.Accepted yes -> count(met, yes.line() == null ? "accepted order" : "accepted raise");
                case Decision.Refused no -> {
                    count(met, no.reason().name());
                    boolean wasRaise = plan.lines().stream()
                            .anyMatch(line -> line.line().id().equals(no.line()));
                    countIf(wasRaise, met, "refused raise");
                }
            }
        }
        for (Incident incident : plan.incidents()) {
            count(met, incident.kind().name());
        }
        plan.lines().forEach(line -> note(met, line));
        plan.availability().forEach(row -> {
            countIf(row.sellable() == null, met, "no limit");
            countIf(row.available() < 0, met, "negative available");
            countIf(row.ladder().stream().anyMatch(rung -> rung.from() == null), met, "dateless rung");
        });
        plan.inbound().forEach(row -> {
            long pegged = plan.lines().stream()
                    .flatMap(line -> line.pegs().stream())
                    .filter(peg ->
                            peg.supply().label().equals("inbound:" + row.id().value()))
                    .mapToLong(Peg::quantity)
                    .sum();
            countIf(row.free() + pegged < row.quantity(), met, "held back");
        });
        plan.offers().forEach(offer -> countIf(Long.valueOf(0).equals(offer.left()), met, "offer full"));
    }

    private static void note(Map<String, Integer> met, PlannedLine line) {
        for (Peg peg : line.pegs()) {
            countIf(peg.firm(), met, "firm peg");
            countIf(peg.overdue(), met, "overdue peg");
            countIf(peg.from() == null, met, "dateless peg");
            countIf(line.ready() == 0 && peg.supply().label().startsWith("stock:"), met, "nothing ready on stock");
        }
        countIf(line.uncovered() > 0, met, "uncovered");
        countIf(line.shipOn() == null, met, "no date");
    }

    private static void countIf(boolean met, Map<String, Integer> counts, String what) {
        if (met) {
            count(counts, what);
        }
    }

    private static void count(Map<String, Integer> counts, String what) {
        counts.merge(what, 1, Integer::sum);
    }

    @Test
    void a_failing_history_is_made_small_and_shown_with_its_seed() {
        Consumer<RandomHistory> noUnitIsShort = history -> {
            NaiveHistory naive = new NaiveHistory(history.facts());
            for (Event event : history.events()) {
                naive.refusal(event);
            }
            assertThat(naive.plan().incidents()).noneMatch(incident -> incident.kind() == Incident.Kind.SHORT);
        };
        long seed = 0;
        while (!Trials.breaks(RandomHistory.of(seed), noUnitIsShort)) {
            seed++;
        }
        String shown = Trials.brokenSmall(seed, noUnitIsShort).toString();

        assertThat(shown)
                .contains("-Dholdfast.seed=" + seed, "\"quantity\": 1,", "\"firm\": [{\"location\": ")
                .doesNotContain("\"onHand\"", "\"expectedOn\"", "\"place\"", "\"cap\"", "\"limit\"");
        assertThat(shown.split("placedAt", -1)).hasSize(2);
    }
}
