package dev.holdfast.shop.privacy;

import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.privacy.PersonalData;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.inbox.WebhookHandler;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the answers to privacy law together. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {
    @Bean
    PrivacyRequests privacyRequests(Database database, InstantSource clock, ObjectProvider<PersonalData> places) {
        return new PrivacyRequests(database, clock, places.orderedStream().toList());
    }

    @Bean
    WebhookHandler privacyHandler(PrivacyRequests requests, InstantSource clock) {
        return new PrivacyHandler(requests, new ShopErasure(clock));
    }

    @Bean
    HealthCheck privacyHealth(ShopRegistry shops, PrivacyRequests requests) {
        return new PrivacyHealth(shops, requests);
    }
}
