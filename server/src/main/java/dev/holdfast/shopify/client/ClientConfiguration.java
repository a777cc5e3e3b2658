package dev.holdfast.shopify.client;

import dev.holdfast.shopify.ShopifySettings;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the client together. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {
    // Below the length of a worker's turn, so that nobody else takes the turn while an answer is awaited.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Bean
    Http shopifyHttp() {
        return new Http(PATIENCE);
    }

    @Bean
    Throttle throttle(InstantSource clock) {
        return new Throttle(clock);
    }

    @Bean
    ShopifyClient shopifyClient(Http http, ShopifySettings settings, Throttle throttle) {
        return new ShopifyClient(http, settings.address(), throttle);
    }

    @Bean
    PatientReader patientReader(ShopifyClient client) {
        return new PatientReader(client, Thread::sleep);
    }

    @Bean
    BulkQueries bulkQueries(PatientReader reader, Http http, ShopifySettings settings) {
        return new BulkQueries(reader, http, settings.address());
    }
}
