package dev.holdfast.shop.refresh;

import dev.holdfast.platform.work.Worker;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.mirror.Mirrors;
import dev.holdfast.shopify.client.BulkQueries;
import dev.holdfast.shopify.client.NodeReader;
import dev.holdfast.shopify.client.Outages;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.turn.Announcements;
import dev.holdfast.shopify.turn.Duty;
import dev.holdfast.shopify.turn.Turnstile;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts reading again together. */
@Configuration(proxyBeanMethods = false)
class RefreshConfiguration {
    // Kept while it reads, so this is only how long a crash holds reading up.
    private static final Duration TURN = Duration.ofSeconds(20);

    private static final Duration CLOSED = Duration.ofMinutes(5);

    private static final int THREADS = 2;

    @Bean
    Refreshes refreshes(Announcements announcements, InstantSource clock) {
        return new Refreshes(announcements, clock);
    }

    @Bean
    Mirrors mirrors(ObjectProvider<Mirror<?>> mirrors) {
        return new Mirrors(mirrors.orderedStream().toList());
    }

    @Bean
    Kinds refreshKinds(
            Mirrors mirrors,
            ObjectProvider<Pointer> pointers,
            ObjectReader reader,
            Refreshes refreshes,
            InstantSource clock) {
        return new Kinds(mirrors, pointers.orderedStream().toList(), reader, refreshes, clock);
    }

    @Bean
    ObjectReader objectReader(NodeReader reader, BulkQueries bulk) {
        return new ObjectReader(reader, bulk, Thread::sleep);
    }

    @Bean
    Worker refreshWorker(Turnstile turnstile, ShopAccess access, Kinds kinds, InstantSource clock) {
        var turns = turnstile.turns(TURN);
        var outages = new Outages(access, CLOSED, new SecureRandom());
        return Worker.of(
                Duty.REFRESH.worker(), THREADS, new RefreshProcessor(turns, access, kinds, outages, clock)::step);
    }
}
