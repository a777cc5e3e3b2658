package dev.holdfast.platform.work;

import dev.holdfast.platform.health.Health;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one worker on its threads until it is stopped. */
final class WorkerLoop {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int TROUBLED = 3;

    private final Worker worker;
    private final Wakes wakes;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean stopping;

    WorkerLoop(Worker worker, Wakes wakes) {
        this.worker = worker;
        this.wakes = wakes;
    }

    Worker worker() {
        return worker;
    }

    void run() {
        try {
            while (!stopping) {
                Duration pause = once();
                if (!pause.isZero() && !stopping) {
                    wakes.await(worker.name(), pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Worker {} was interrupted in its work; the next start takes it up again", worker.name());
        }
    }

    private Duration once() throws InterruptedException {
        try {
            boolean more = worker.work();
            failures.set(0);
            return more ? Duration.ZERO : worker.pause();
        } catch (RuntimeException e) {
            int so = failures.incrementAndGet();
            Duration pause = pauseAfter(so);
            LOG.error("Worker {} failed ({} in a row); it goes on in {}", worker.name(), so, pause, e);
            return pause;
        }
    }

    private static Duration pauseAfter(int failures) {
        Duration pause = Duration.ofMillis(500L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Lets the piece that is under way end. */
    void stop() {
        stopping = true;
        wakes.wakeAll(worker.name(), worker.threads());
    }

    Health health() {
        int so = failures.get();
        if (so == 0) {
            return Health.good("works");
        }
        String sentence = "failed %d times in a row; the log says why, and it goes on trying".formatted(so);
        return so < TROUBLED ? Health.warning(sentence) : Health.bad(sentence);
    }
}
