package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.event.ShopEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RandomHistoryTest {

    private static final int SEEDS = 100;
    private static final int STEPS = 150;

    @Test
    void whatever_happens_everything_adds_up() {
        Map<String, Integer> steps = new TreeMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomHistory history = new RandomHistory(seed);
            for (int step = 0; step < STEPS; step++) {
                history.step();
                if (step % 10 == 0 || step == STEPS - 1) {
                    assertThat(history.shops.shop.truth().contradictions())
                            .as("seed %d, step %d", seed, step)
                            .isEmpty();
                }
            }
            history.done.forEach((step, times) -> steps.merge(step, times, Integer::sum));
        }
        // A history in which something never happens says nothing about it.
        assertThat(steps)
                .containsKeys(
                        "adjust done",
                        "buy done",
                        "buy refused",
                        "cancel done",
                        "cancel fulfillment done",
                        "edit commit done",
                        "fulfill done",
                        "hold done",
                        "merge done",
                        "move done",
                        "move refused",
                        "pay done",
                        "receive done",
                        "refund done",
                        "release done",
                        "return process done",
                        "settle done",
                        "split done");
    }

    @Test
    void the_same_seed_gives_the_same_ids_and_events() {
        assertThat(events(42)).isEqualTo(events(42));
    }

    private static List<ShopEvent> events(long seed) {
        RandomHistory history = new RandomHistory(seed);
        for (int step = 0; step < STEPS; step++) {
            history.step();
        }
        return history.shops.shop.events().after(0, 100_000);
    }
}
