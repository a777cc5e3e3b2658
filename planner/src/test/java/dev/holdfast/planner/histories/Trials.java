package dev.holdfast.planner.histories;

import dev.holdfast.planner.InvalidFacts;
import dev.holdfast.planner.naive.NaivePlanner;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Many random histories, from the seed {@code -Dholdfast.seed} on, as many as {@code -Dholdfast.histories} says; one
 * that breaks a rule is made small unless {@code -Dholdfast.shrink=false}.
 *
 * @param first seed
 */
public record Trials(long first, int howMany) {

    public static Trials asTold() {
        Trials trials = new Trials(
                Long.getLong("holdfast.seed", 20_261_122L), Integer.getInteger("holdfast.histories", 10_000));
        System.out.printf("-Dholdfast.seed=%d -Dholdfast.histories=%d%n", trials.first, trials.howMany);
        return trials;
    }

    /** Every seed; by several threads, in no order. */
    public void each(LongConsumer seed) {
        LongStream.range(first, first + howMany).parallel().forEach(seed);
    }

    /** Whether the history that a seed stands for breaks a check, which says so with an AssertionError. */
    public static boolean breaks(RandomHistory history, Consumer<RandomHistory> check) {
        return failure(history, check) != null;
    }

    /** What to say of a seed that breaks a check: the history, made small if that was not forbidden. */
    public static AssertionError broken(long seed, Consumer<RandomHistory> check) {
        return Boolean.parseBoolean(System.getProperty("holdfast.shrink", "true"))
                ? brokenSmall(seed, check)
                : broken(seed, "as it is", RandomHistory.of(seed), check);
    }

    /** The same, made as small as can be whatever was told. */
    static AssertionError brokenSmall(long seed, Consumer<RandomHistory> check) {
        RandomHistory smallest =
                Smaller.of(RandomHistory.of(seed), smaller -> isValid(smaller) && breaks(smaller, check));
        return broken(seed, "made small", smallest, check);
    }

    private static AssertionError broken(long seed, String how, RandomHistory history, Consumer<RandomHistory> check) {
        return new AssertionError(
                "-Dholdfast.seed=%d -Dholdfast.histories=1 breaks it; %s:%n%s"
                        .formatted(seed, how, PlanFileText.of(history)),
                failure(history, check));
    }

    private static @Nullable Throwable failure(RandomHistory history, Consumer<RandomHistory> check) {
        try {
            check.accept(history);
            return null;
        } catch (AssertionError | RuntimeException failure) {
            return failure;
        }
    }

    private static boolean isValid(RandomHistory history) {
        try {
            NaivePlanner.plan(history.facts());
            return true;
        } catch (InvalidFacts wrong) {
            return false;
        }
    }
}
