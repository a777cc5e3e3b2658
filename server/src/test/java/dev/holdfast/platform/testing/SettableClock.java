package dev.holdfast.platform.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    public SettableClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant to) {
        now = to;
    }

    public synchronized void forward(Duration by) {
        now = now.plus(by);
    }
}
