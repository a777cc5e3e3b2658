package dev.holdfast.platform.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.platform.Ids;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.health.HealthChecks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Runs the workers and the timers that the modules bring. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

    private static final int TIMER_THREADS = 4;

    @Bean
    Wakes wakes() {
        return new Wakes();
    }

    @Bean
    Leases leases(Database database, InstantSource clock, Ids ids) {
        return new Leases(database, clock, ids);
    }

    @Bean
    Workers workers(Role role, ObjectProvider<Worker> workers, Wakes wakes) {
        return new Workers(role, workers.orderedStream().toList(), wakes);
    }

    @Bean
    HealthChecks workerHealth(Workers workers) {
        return workers::health;
    }

    /** A task scheduled inside a transaction is there when that transaction is, and not otherwise. */
    @Bean(destroyMethod = "")
    Scheduler scheduler(
            HikariDataSource source, ObjectProvider<Task<?>> tasks, InstantSource clock, MeterRegistry metrics) {
        List<Task<?>> all = tasks.orderedStream().<Task<?>>map(task -> task).toList();
        List<Task<?>> asked = new ArrayList<>();
        List<RecurringTask<?>> recurring = new ArrayList<>();
        for (Task<?> task : all) {
            if (task instanceof RecurringTask<?> again) {
                recurring.add(again);
            } else {
                asked.add(task);
            }
        }
        return Scheduler.create(new TransactionAwareDataSourceProxy(source), asked)
                .startTasks(recurring)
                .addSchedulerListener(new StatsRegistryAdapter(new MicrometerStatsRegistry(metrics, all)))
                .clock(clock::instant)
                .threads(TIMER_THREADS)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(Duration.ofMinutes(1))
                .shutdownMaxWait(Duration.ofSeconds(20))
                .build();
    }

    @Bean
    Timers timers(Role role, Scheduler scheduler) {
        return new Timers(role, scheduler);
    }

    @Bean
    HealthCheck timersHealth(Database database, InstantSource clock) {
        return new TimersCheck(database, clock);
    }
}
