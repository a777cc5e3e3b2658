package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.Ids;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.privacy.PersonalData;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.platform.work.Worker;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.client.ShopifyClient;
import dev.holdfast.shopify.turn.Turns;
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

    @Bean
    EffectKinds effectKinds(ObjectProvider<EffectKind> kinds) {
        return new EffectKinds(kinds.orderedStream().toList());
    }

    @Bean
    Turns outboxTurns(Database database, InstantSource clock) {
        return new Turns(database, clock, TURN);
    }

    @Bean
    Outbox outbox(EffectKinds kinds, Turns outboxTurns, Ids ids, InstantSource clock, Wakes wakes) {
        return new Outbox(kinds, outboxTurns, ids, clock, () -> wakes.wake(OutboxWorker.NAME));
    }

    @Bean
    OutboxProcessor.Parts outboxParts(EffectKinds kinds, ShopifyClient client, Ids ids, InstantSource clock) {
        var random = new SecureRandom();
        return new OutboxProcessor.Parts(
                kinds,
                new EffectSender(client, kinds),
                new Settlement(kinds, ids, clock, random),
                new Outages(random),
                clock);
    }

    @Bean
    Worker outboxWorker(
            Database database,
            Turns outboxTurns,
            ShopAccess access,
            ShopifyClient client,
            OutboxProcessor.Parts parts) {
        return new OutboxWorker(new OutboxProcessor(database, outboxTurns, access, client, parts));
    }

    @Bean
    OutboxDesk outboxDesk(Database database, Turns outboxTurns, InstantSource clock) {
        return new OutboxDesk(database, outboxTurns, clock);
    }

    @Bean
    OutboxKeeping outboxKeeping(Database database, ShopRegistry shops, InstantSource clock) {
        return new OutboxKeeping(database, shops, clock);
    }

    @Bean
    HealthCheck outboxHealth(OutboxDesk desk, ShopRegistry shops, InstantSource clock) {
        return new OutboxHealth(desk, shops, clock);
    }

    @Bean
    PersonalData outboxPersonalData(InstantSource clock) {
        return new OutboxPersonalData(clock);
    }
}
