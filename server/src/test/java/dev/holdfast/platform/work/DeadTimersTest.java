package dev.holdfast.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.platform.Home;
import dev.holdfast.platform.testing.TestDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while a timer of its runs; another begins. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DeadTimersTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);

    @TempDir
    Path folder;

    @BeforeEach
    void no_timers() {
        DATABASE.superuser().sql("truncate scheduled_tasks").update();
    }

    @Test
    void the_next_process_runs_at_once_what_a_dead_one_was_running_and_the_dead_one_writes_nothing_more()
            throws InterruptedException {
        var killed = begin("one");
        var theirs = scheduler(killed, this::hold);
        theirs.start();
        try {
            begun.await();
            killed.close();
            var again = new CountDownLatch(1);
            try (var next = begin("one")) {
                var ours = scheduler(next, again::countDown);
                ours.start();
                try {
                    again.await();
                } finally {
                    // What it runs it ends first.
                    ours.stop();
                }
            }
            String left = version();
            assertThat(left).startsWith("f ");
            held.countDown();
            theirs.stop();
            assertThat(version()).as("had it lived, it could write nothing").isEqualTo(left);
        } finally {
            held.countDown();
            theirs.stop();
        }
    }

    @Test
    void what_a_living_process_runs_is_left_to_it() throws InterruptedException {
        try (var beside = begin("one");
                var elsewhere = begin("two");
                var next = begin("one")) {
            var theirs = scheduler(beside, this::hold);
            theirs.start();
            try {
                begun.await();
                String before = version();
                assertThat(scheduler(next, () -> {})).isNotNull();
                assertThat(scheduler(elsewhere, () -> {})).isNotNull();
                assertThat(version()).isEqualTo(before).startsWith("t " + beside.id());
            } finally {
                held.countDown();
                theirs.stop();
            }
        }
    }

    private void hold() {
        begun.countDown();
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Instance begin(String home) {
        return Instance.begin(new Home(folder.resolve(home)).prepared(), UUID.randomUUID());
    }

    private static Scheduler scheduler(Instance of, Runnable work) {
        var task = Tasks.recurring("nightly", FixedDelay.ofHours(1)).execute((_, _) -> work.run());
        return new Schedulers(DATABASE.app().plain(), DATABASE.database(), InstantSource.system(), of)
                .make(List.of(task), new AbstractSchedulerListener() {});
    }

    private static String version() {
        return DATABASE.superuser()
                .sql("select concat_ws(' ', picked, picked_by, version, execution_time) as row from scheduled_tasks")
                .query((row, _) -> row.getString("row"))
                .single();
    }
}
