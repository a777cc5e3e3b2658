package dev.holdfast.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool and the door before it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    HikariDataSource dataSource(DatabaseServer server, DatabaseSettings settings, MeterRegistry metrics) {
        HikariDataSource pool = server.app().pool(settings.connections());
        pool.setMetricRegistry(metrics);
        return pool;
    }

    @Bean
    Database database(HikariDataSource source) {
        return new Database(source);
    }
}
