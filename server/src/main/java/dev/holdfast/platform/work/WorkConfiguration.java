package dev.holdfast.platform.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.health.HealthChecks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the workers and the timers that the modules bring. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

    private static final int TIMER_THREADS = 4;

    @Bean
    Wakes wakes() {
        return new Wakes();
    }

    @Bean
    Workers workers(Role role, ObjectProvider<Worker> workers, Wakes wakes) {
        return new Workers(role, workers.orderedStream().toList(), wakes);
    }

    @Bean
    HealthChecks workerHealth(Workers workers) {
        return workers::health;
    }

    @Bean
    Timers timers(
            Role role,
            HikariDataSource source,
            ObjectProvider<RecurringTask<?>> tasks,
            InstantSource clock,
            MeterRegistry metrics) {
        List<RecurringTask<?>> recurring =
                tasks.orderedStream().<RecurringTask<?>>map(task -> task).toList();
        var figures = new StatsRegistryAdapter(new MicrometerStatsRegistry(metrics, recurring));
        return new Timers(
                role,
                () -> Scheduler.create(source)
                        .startTasks(recurring)
                        .addSchedulerListener(figures)
                        .clock(clock::instant)
                        .threads(TIMER_THREADS)
                        .pollUsingLockAndFetch(0.5, 1.0)
                        .pollingInterval(Duration.ofSeconds(5))
                        .heartbeatInterval(Duration.ofMinutes(1))
                        .shutdownMaxWait(Duration.ofSeconds(20))
                        .build(),
                clock);
    }

    @Bean
    HealthCheck timersHealth(Database database, InstantSource clock) {
        return new TimersCheck(database, clock);
    }
}
