package dev.holdfast.platform.health;

import dev.holdfast.platform.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers the checks and figures of all modules and shows them to the operator. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    PrometheusMeterRegistry metrics() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Bean(destroyMethod = "close")
    JvmGcMetrics collectorMetrics(MeterRegistry metrics) {
        var collector = new JvmGcMetrics();
        collector.bindTo(metrics);
        Stream.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(metrics));
        return collector;
    }

    @Bean(destroyMethod = "close")
    LogbackMetrics logMetrics(MeterRegistry metrics) {
        var log = new LogbackMetrics();
        log.bindTo(metrics);
        return log;
    }

    @Bean
    HealthCheck databaseHealth(Database database) {
        return new DatabaseCheck(database);
    }

    @Bean
    HealthReport healthReport(ObjectProvider<HealthCheck> single, ObjectProvider<HealthChecks> several) {
        List<HealthCheck> all = Stream.concat(
                        single.orderedStream(), several.orderedStream().flatMap(more -> more.checks().stream()))
                .toList();
        return new HealthReport(all);
    }

    @Bean
    ServletRegistrationBean<HealthServlet> healthPage(HealthReport report, InstantSource clock) {
        return new ServletRegistrationBean<>(new HealthServlet(report, clock), "/health");
    }

    @Bean
    ServletRegistrationBean<MetricsServlet> metricsPage(PrometheusMeterRegistry metrics) {
        return new ServletRegistrationBean<>(new MetricsServlet(metrics), "/metrics");
    }
}
