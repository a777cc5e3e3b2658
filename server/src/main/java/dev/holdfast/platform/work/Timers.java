package dev.holdfast.platform.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs db-scheduler's tasks, each once however many processes there are, when this process is one that works.
 *
 * <p>db-scheduler waits until its clock shows a time; set back by a day, it would wait for that day. So it begins anew then,
 * and what was planned later than its schedule says is planned again.
 */
final class Timers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    /** Less is a clock that is being set right. */
    private static final Duration SET_BACK = Duration.ofSeconds(10);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Role role;
    private final Supplier<Scheduler> schedulers;
    private final InstantSource clock;
    private @Nullable Scheduler running;
    private @Nullable Thread watch;

    Timers(Role role, Supplier<Scheduler> schedulers, InstantSource clock) {
        this.role = role;
        this.schedulers = schedulers;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (role.works()) {
            running = started();
            watch = Thread.ofVirtual().name("timers-clock").start(this::watch);
        }
    }

    private Scheduler started() {
        Scheduler scheduler = schedulers.get();
        scheduler.start();
        return scheduler;
    }

    private void watch() {
        try {
            Instant before = clock.instant();
            boolean setBack = false;
            while (true) {
                Thread.sleep(LOOK_AGAIN);
                Instant now = clock.instant();
                if (now.isBefore(before.minus(SET_BACK))) {
                    LOG.warn("The clock was set back by {}; the timers begin anew", Duration.between(now, before));
                    setBack = true;
                }
                before = now;
                try {
                    if (setBack) {
                        beginAnew();
                        setBack = false;
                    }
                } catch (RuntimeException e) {
                    // The database may be away just now; without another try no timer would run until the next start.
                    LOG.error("The timers could not begin anew, and try again", e);
                }
            }
        } catch (InterruptedException e) {
            // The program ends.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void beginAnew() {
        if (running != null) {
            running.stop();
            running = started();
        }
    }

    @Override
    public synchronized void stop() {
        if (watch != null) {
            watch.interrupt();
            watch = null;
        }
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
