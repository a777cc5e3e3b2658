package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.Ids;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.privacy.PersonalData;
import dev.holdfast.platform.work.Worker;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.client.Outages;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.client.ShopifyClient;
import dev.holdfast.shopify.turn.Announcements;
import dev.holdfast.shopify.turn.Duty;
import dev.holdfast.shopify.turn.Turnstile;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the outbox together. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
    /** Longer than an answer is awaited. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private static final Duration CLOSED = Duration.ofMinutes(15);

    private static final int THREADS = 4;

    @Bean
    EffectKinds effectKinds(ObjectProvider<EffectKind> kinds) {
        return new EffectKinds(kinds.orderedStream().toList());
    }

    @Bean
    Outbox outbox(EffectKinds kinds, Announcements announcements, Ids ids, InstantSource clock) {
        return new Outbox(kinds, announcements, ids, clock);
    }

    @Bean
    OutboxProcessor.Parts outboxParts(
            EffectKinds kinds, ShopifyClient client, ShopAccess access, Ids ids, InstantSource clock) {
        var random = new SecureRandom();
        return new OutboxProcessor.Parts(
                kinds,
                new EffectSender(client, kinds),
                new Settlement(kinds, ids, clock, random),
                new Outages(access, CLOSED, random),
                clock);
    }

    @Bean
    Worker outboxWorker(Turnstile turnstile, ShopAccess access, ShopifyClient client, OutboxProcessor.Parts parts) {
        var turns = turnstile.turns(TURN);
        return Worker.of(Duty.OUTBOX.worker(), THREADS, new OutboxProcessor(turns, access, client, parts)::step);
    }

    @Bean
    OutboxDesk outboxDesk(Database database, Announcements announcements, InstantSource clock) {
        return new OutboxDesk(database, announcements, clock);
    }

    @Bean
    OutboxKeeping outboxKeeping(Database database, ShopRegistry shops, InstantSource clock) {
        return new OutboxKeeping(database, shops, clock);
    }

    @Bean
    OutboxFigures outboxFigures(OutboxDesk desk, ShopRegistry shops, InstantSource clock, MeterRegistry metrics) {
        var figures = new OutboxFigures(desk, shops, clock);
        figures.register(metrics);
        return figures;
    }

    @Bean
    HealthCheck outboxHealth(OutboxFigures figures, OutboxDesk desk, ShopRegistry shops) {
        return new OutboxHealth(figures, desk, shops);
    }

    @Bean
    PersonalData outboxPersonalData(InstantSource clock) {
        return new OutboxPersonalData(clock);
    }
}
