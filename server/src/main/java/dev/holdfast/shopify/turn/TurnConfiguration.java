package dev.holdfast.shopify.turn;

import dev.holdfast.platform.work.Wakes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts announcing together. */
@Configuration(proxyBeanMethods = false)
class TurnConfiguration {
    @Bean
    Announcements announcements(Wakes wakes) {
        return new Announcements(wakes);
    }
}
