package dev.holdfast.shop.privacy;

import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.privacy.ForgottenFile;
import dev.holdfast.platform.privacy.PersonalData;
import dev.holdfast.platform.privacy.PrivacySettings;
import dev.holdfast.platform.secrets.SealedRows;
import dev.holdfast.platform.secrets.Secrets;
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
    ForgottenFile forgottenFile(PrivacySettings settings, Secrets secrets) {
        return new ForgottenFile(settings.forgotten(), secrets);
    }

    @Bean
    SealedRows keysOfForgottenAddresses(ForgottenFile file) {
        return new SealedRows() {
            @Override
            public String name() {
                return "keys of forgotten addresses";
            }

            @Override
            public int sealAgain(Secrets secrets) {
                return file.sealAgain();
            }
        };
    }

    @Bean
    WebhookHandler privacyHandler(PrivacyRequests requests, ForgottenFile file, InstantSource clock) {
        return new PrivacyHandler(requests, new ShopErasure(clock), file);
    }

    @Bean
    ForgetAgain forgetAgain(
            Database database, ShopRegistry shops, PrivacyRequests requests, ForgottenFile file, InstantSource clock) {
        return new ForgetAgain(database, shops, requests, new ShopErasure(clock), file);
    }

    @Bean
    HealthCheck privacyHealth(ShopRegistry shops, PrivacyRequests requests) {
        return new PrivacyHealth(shops, requests);
    }
}
