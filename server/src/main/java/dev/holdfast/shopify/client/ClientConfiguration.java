package dev.holdfast.shopify.client;

import dev.holdfast.shopify.ShopifySettings;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
    ClockDifference clockDifference(InstantSource clock) {
        return new ClockDifference(clock);
    }

    @Bean
    Http shopifyHttp(ClockDifference difference) {
        return new Http(PATIENCE, difference);
    }

    @Bean
    Throttle throttle(InstantSource clock, MeterRegistry metrics) {
        var throttle = new Throttle(clock);
        Gauge.builder("holdfast.shopify.points.left", throttle, Throttle::leastLeft)
                .description("Part of its points that the shop nearest to its limit has left, 0 to 1")
                .register(metrics);
        FunctionCounter.builder("holdfast.shopify.throttled", throttle, Throttle::refused)
                .description("Requests that Shopify refused for want of points")
                .register(metrics);
        return throttle;
    }

    @Bean
    Troubles troubles(InstantSource clock) {
        return new Troubles(clock);
    }

    @Bean
    ShopifyClient shopifyClient(Http http, ShopifySettings settings, Throttle throttle, Troubles troubles) {
        return new ShopifyClient(http, settings.address(), throttle, troubles);
    }

    @Bean
    PatientReader patientReader(ShopifyClient client) {
        return new PatientReader(client, Thread::sleep);
    }

    @Bean
    NodeReader nodeReader(ShopifyClient client, PatientReader reader, InstantSource clock) {
        return new NodeReader(client, reader, clock);
    }

    @Bean
    BulkQueries bulkQueries(PatientReader reader, Http http, ShopifySettings settings) {
        return new BulkQueries(reader, http, settings.address());
    }
}
