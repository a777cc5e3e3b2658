package dev.holdfast.simulator.webhook;

import java.util.LinkedHashMap;

/** How often the same thing was said before, of the last ten thousand things; safe for many threads. */
final class Repeats {

    private static final int REMEMBERED = 10_000;

    private final LinkedHashMap<Long, Integer> said = new LinkedHashMap<>();

    synchronized int before(long what) {
        int before = said.merge(what, 1, Integer::sum) - 1;
        if (said.size() > REMEMBERED) {
            said.pollFirstEntry();
        }
        return before;
    }
}
