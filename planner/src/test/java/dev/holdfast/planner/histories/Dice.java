package dev.holdfast.planner.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Chance, by seed. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    int upTo(int most) {
        return between(0, most);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> @Nullable T maybe(int percent, Supplier<T> some) {
        return chance(percent) ? some.get() : null;
    }

    /** Small, now and then none at all. */
    long units() {
        return chance(7) ? 0 : chance(85) ? between(1, 4) : between(5, 11);
    }

    <T> List<T> shuffled(List<T> all) {
        List<T> left = new ArrayList<>(all);
        List<T> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(upTo(left.size() - 1)));
        }
        return shuffled;
    }

    <T> List<T> someOf(List<T> all, int percent) {
        return all.stream().filter(one -> chance(percent)).toList();
    }
}
