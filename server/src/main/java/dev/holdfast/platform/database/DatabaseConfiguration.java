package dev.holdfast.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool and the door before it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    HikariDataSource dataSource(DatabaseServer server, DatabaseSettings settings) {
        return server.app().pool(settings.connections());
    }

    @Bean
    Database database(HikariDataSource source) {
        return new Database(source);
    }
}
