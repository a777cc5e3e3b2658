package dev.holdfast.platform.health;

import java.time.Duration;

/** How much waits and for how long, in words. */
public final class Waiting {
    private static final Duration IN_SECONDS = Duration.ofMinutes(2);
    private static final Duration IN_MINUTES = Duration.ofHours(2);
    private static final Duration IN_HOURS = Duration.ofDays(2);

    private Waiting() {}

    /**
     * A sentence without its end, such as "2 webhooks wait, the oldest for 15 min".
     *
     * @param thing the word for one of them, to which an s is added for several
     * @param oldest for how long the oldest has waited
     */
    public static String sentence(long count, String thing, Duration oldest) {
        if (count == 0) {
            return "no " + thing + " waits";
        }
        var age = age(oldest);
        return count == 1
                ? "1 " + thing + " waits, for " + age
                : "%d %ss wait, the oldest for %s".formatted(count, thing, age);
    }

    private static String age(Duration age) {
        if (age.compareTo(IN_SECONDS) < 0) {
            return age.toSeconds() + " s";
        }
        if (age.compareTo(IN_MINUTES) < 0) {
            return age.toMinutes() + " min";
        }
        return age.compareTo(IN_HOURS) < 0 ? age.toHours() + " h" : age.toDays() + " days";
    }
}
