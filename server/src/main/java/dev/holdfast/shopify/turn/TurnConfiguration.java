package dev.holdfast.shopify.turn;

import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.work.Instance;
import dev.holdfast.platform.work.Wakes;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts announcing and taking turns together. */
@Configuration(proxyBeanMethods = false)
class TurnConfiguration {
    @Bean
    Announcements announcements(Wakes wakes) {
        return new Announcements(wakes);
    }

    @Bean
    Turnstile turnstile(Database database, InstantSource clock, Instance instance) {
        return new Turnstile(database, clock, instance);
    }
}
