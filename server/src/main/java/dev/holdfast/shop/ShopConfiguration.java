package dev.holdfast.shop;

import dev.holdfast.platform.database.Database;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class ShopConfiguration {
    @Bean
    Shops shops(Database database, InstantSource clock) {
        return new Shops(database, clock);
    }
}
