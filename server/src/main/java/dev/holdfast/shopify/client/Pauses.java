package dev.holdfast.shopify.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before something is tried again: twice as long each time, and never the same for two. */
public final class Pauses {
    public static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 6;

    private Pauses() {}

    /** After this many attempts in vain, at least one. */
    public static Duration after(int attempts, RandomGenerator random) {
        var pause = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        var capped = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        return capped.plusMillis(random.nextLong(capped.toMillis() / 5));
    }
}
