package dev.holdfast.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * How a command lists what a shop has: a line each, no more than anybody reads, and how many there are.
 *
 * @param none said when there is none
 * @param one said of a single one, after its number
 * @param several said of more
 */
record Listing(String none, String one, String several) {
    private static final int MOST = 1000;

    /** How many to ask for: one more than is shown tells that there are more. */
    static final int WANTED = MOST + 1;

    <T> void say(Terminal terminal, List<T> found, Function<T, String> line) {
        found.stream().limit(MOST).forEach(each -> terminal.say("  " + line.apply(each)));
        terminal.say("  " + sum(found.size()));
    }

    private String sum(int found) {
        if (found == 0) {
            return none;
        }
        if (found > MOST) {
            return "these are the first " + MOST + ", and there are more";
        }
        return found == 1 ? "1 " + one : found + " " + several;
    }

    /** To the second, in Greenwich's time. */
    static Instant time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
