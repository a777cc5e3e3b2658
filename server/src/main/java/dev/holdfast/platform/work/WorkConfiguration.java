package dev.holdfast.platform.work;

import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.health.HealthChecks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the workers and the timers that the modules bring. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

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
    Schedulers schedulers(HikariDataSource source, Database database, InstantSource clock, Instance instance) {
        return new Schedulers(source, database, clock, instance);
    }

    @Bean
    Timers timers(
            Role role,
            Schedulers schedulers,
            ObjectProvider<RecurringTask<?>> tasks,
            InstantSource clock,
            MeterRegistry metrics) {
        List<RecurringTask<?>> recurring =
                tasks.orderedStream().<RecurringTask<?>>map(task -> task).toList();
        var figures = new StatsRegistryAdapter(new MicrometerStatsRegistry(metrics, recurring));
        return new Timers(role, () -> schedulers.make(recurring, figures), clock);
    }

    @Bean
    HealthCheck timersHealth(Database database, InstantSource clock) {
        return new TimersCheck(database, clock);
    }
}
