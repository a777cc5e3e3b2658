package dev.holdfast.simulator.webhook;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Deliveries whose time on the shop's clock has not come, retries and late ones: so many at most. */
final class Later {

    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    Later(int most) {
        this.most = most;
    }

    /** Runs {@code work} for the delivery at its time; false when too many wait already, and then it never runs. */
    boolean at(Delivery delivery, Instant time, Runnable work) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            return false;
        }
        delivery.shop().clock().at(time, () -> {
            waiting.decrementAndGet();
            work.run();
        });
        return true;
    }

    int waiting() {
        return waiting.get();
    }

    /** In the words of the log. */
    String full() {
        return "given up: " + most + " webhooks wait for their time already";
    }
}
