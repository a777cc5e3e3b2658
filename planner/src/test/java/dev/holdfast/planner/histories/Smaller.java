package dev.holdfast.planner.histories;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a failing history small: as long as something can go or be simpler and it still fails, it does. */
public final class Smaller {

    private static final int MOST_TRIES = 20_000;

    private final Predicate<RandomHistory> fails;
    private int tries;

    private Smaller(Predicate<RandomHistory> fails) {
        this.fails = fails;
    }

    public static RandomHistory of(RandomHistory failing, Predicate<RandomHistory> fails) {
        Smaller smaller = new Smaller(fails);
        RandomHistory smallest = failing;
        while (true) {
            RandomHistory next = smaller.step(smallest);
            if (next.equals(smallest)) {
                return smallest;
            }
            smallest = next;
        }
    }

    private RandomHistory step(RandomHistory history) {
        return Stream.of(fewerEvents(history), simplerFacts(history), simplerEvents(history))
                .flatMap(candidates -> candidates)
                .filter(candidate -> !candidate.equals(history) && tries++ < MOST_TRIES && fails.test(candidate))
                .findFirst()
                .orElse(history);
    }

    private static Stream<RandomHistory> fewerEvents(RandomHistory history) {
        int all = history.events().size();
        return IntStream.iterate(all, chunk -> chunk > 0, chunk -> chunk / 2)
                .boxed()
                .flatMap(chunk -> IntStream.iterate(0, from -> from < all, from -> from + chunk)
                        .mapToObj(from -> history.without(from, Math.min(all, from + chunk))));
    }

    private static Stream<RandomHistory> simplerFacts(RandomHistory history) {
        Facts facts = history.facts();
        return SimplerFacts.of(facts).map(history::with);
    }

    private static Stream<RandomHistory> simplerEvents(RandomHistory history) {
        return IntStream.range(0, history.events().size()).boxed().flatMap(at -> {
            Event event = history.events().get(at);
            return SimplerEvents.of(event).map(simpler -> history.with(at, simpler));
        });
    }
}
