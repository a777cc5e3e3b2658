package dev.holdfast.platform.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.holdfast.platform.database.Database;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes this process's scheduler of db-scheduler, named after the process, so that what a killed one was running is known.
 *
 * <p>db-scheduler itself takes a process for dead after six minutes without a heartbeat; that stays for processes with other
 * homes. Every write of it names the version of the row that it read, so of one wrongly taken for dead nothing is written.
 */
final class Schedulers {
    private static final Logger LOG = LoggerFactory.getLogger(Schedulers.class);
    private static final int THREADS = 4;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final DataSource source;
    private final Database database;
    private final InstantSource clock;
    private final Instance instance;

    Schedulers(DataSource source, Database database, InstantSource clock, Instance instance) {
        this.source = source;
        this.database = database;
        this.clock = clock;
        this.instance = instance;
    }

    /** Not started; what the dead were running is due for it. */
    Scheduler make(List<RecurringTask<?>> tasks, SchedulerListener listener) {
        takeOver();
        return Scheduler.create(source)
                .startTasks(tasks)
                .schedulerName(instance.id()::toString)
                .addSchedulerListener(listener)
                .clock(clock::instant)
                .threads(THREADS)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(Duration.ofMinutes(1))
                .shutdownMaxWait(Duration.ofSeconds(20))
                .build();
    }

    private void takeOver() {
        var dead = instance.dead().stream().map(UUID::toString).toArray(String[]::new);
        int taken = database.global(sql -> sql.sql("""
                        update scheduled_tasks
                           set picked = false, picked_by = null, last_heartbeat = null,
                               execution_time = least(execution_time, :now), version = version + 1
                         where picked and picked_by = any (:dead)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("dead", dead)
                .update());
        if (taken > 0) {
            LOG.info("{} timers that a killed process was running begin again", taken);
        }
    }
}
