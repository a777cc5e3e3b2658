package dev.holdfast.platform.work;

import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Whether timers run when they should. */
final class TimersCheck implements HealthCheck {

    private static final Duration LATE = Duration.ofMinutes(10);
    private static final int SHOWN = 5;

    private final Database database;
    private final InstantSource clock;

    TimersCheck(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "timers";
    }

    @Override
    public Health check() {
        List<String> late = database.global(sql -> sql.sql("""
                        select distinct task_name from scheduled_tasks
                         where execution_time < :late and not picked order by task_name limit :shown
                        """)
                .param("late", Timestamp.from(clock.instant().minus(LATE)))
                .param("shown", SHOWN)
                .query(String.class)
                .list());
        if (!late.isEmpty()) {
            return Health.bad("%s should have run %d minutes ago; is a process of role worker or all running?"
                    .formatted(String.join(", ", late), LATE.toMinutes()));
        }
        List<String> failing = database.global(
                sql -> sql.sql("""
                        select distinct task_name from scheduled_tasks
                         where consecutive_failures > 0 order by task_name limit :shown
                        """).param("shown", SHOWN).query(String.class).list());
        return failing.isEmpty()
                ? Health.good("run on time")
                : Health.warning(String.join(", ", failing) + " failed last time; the log says why");
    }
}
