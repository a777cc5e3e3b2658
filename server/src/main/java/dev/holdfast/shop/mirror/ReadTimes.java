package dev.holdfast.shop.mirror;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** How far the times of our own readings can be compared: a clock that was ahead when it wrote one has been set back since. */
public final class ReadTimes {
    // Of machines that work on one database.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private ReadTimes() {}

    /** What says that it was read after this was written by a clock that was ahead, and is older than any other reading. */
    public static Instant latest(Instant now) {
        return now.plus(CLOCKS_DIFFER);
    }

    /** The same as a parameter of a statement. */
    public static Timestamp latestColumn(Instant now) {
        return Timestamp.from(latest(now));
    }
}
