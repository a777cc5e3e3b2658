package dev.holdfast.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TimersTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final SettableClock clock = new SettableClock("2026-07-01T12:00:00Z");
    private final Semaphore ran = new Semaphore(0);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void timers_set_back_go_on_though_the_database_is_away_when_they_begin_anew() throws InterruptedException {
        var timers = new Timers(Role.ALL, this::scheduler, clock);
        timers.start();
        try {
            ran.acquire();
            clock.set(clock.instant().minus(Duration.ofDays(1)));
            while (!ran.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                clock.forward(Duration.ofMillis(100));
            }
            assertThat(made).as("schedulers made, of which the second failed").hasValue(3);
        } finally {
            timers.stop();
        }
    }

    private Scheduler scheduler() {
        if (made.incrementAndGet() == 2) {
            throw new IllegalStateException("planted: the database is away");
        }
        var task = Tasks.recurring("test", FixedDelay.ofMillis(1)).execute((_, _) -> ran.release());
        return Scheduler.create(DATABASE.app().plain())
                .startTasks(task)
                .clock(clock::instant)
                .pollingInterval(Duration.ofMillis(100))
                .build();
    }
}
