package dev.holdfast.platform;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Makes ids that sort by the time they were made (UUID version 7, RFC 9562); safe to use from many threads. */
public final class Ids {

    private static final int COUNTER_BITS = 12;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long lastTick;

    public Ids(InstantSource clock) {
        this.clock = clock;
    }

    /** Greater than every id this object made before, also when the clock steps back. */
    public UUID next() {
        long tick = nextTick();
        long high = ((tick >>> COUNTER_BITS) << 16) | 0x7000 | (tick & 0xfff);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    // Milliseconds with a counter below them: within one millisecond, or behind a clock set back, the counter runs on.
    private synchronized long nextTick() {
        lastTick = Math.max(clock.millis() << COUNTER_BITS, lastTick + 1);
        return lastTick;
    }
}
