package dev.holdfast.shop.firstimport;

import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.work.Worker;
import dev.holdfast.shop.mirror.Mirrors;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.client.BulkQueries;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.shopify.turn.Announcements;
import dev.holdfast.shopify.turn.Duty;
import dev.holdfast.shopify.turn.Turnstile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts importing together. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
    // Kept by each batch, so this is only how long a crash holds the import up.
    private static final Duration TURN = Duration.ofSeconds(30);

    @Bean
    Imports imports(Database database, Announcements announcements, Mirrors mirrors, InstantSource clock) {
        return new Imports(database, announcements, mirrors, clock);
    }

    @Bean
    ResultReader importResults(Turnstile turnstile, BulkQueries bulk, InstantSource clock) {
        return new ResultReader(turnstile.turns(TURN), bulk, clock);
    }

    @Bean
    ImportProcessor.Parts importParts(Imports imports, Mirrors mirrors, ResultReader results, InstantSource clock) {
        return new ImportProcessor.Parts(imports, mirrors, results, clock);
    }

    @Bean
    Worker importWorker(Turnstile turnstile, ShopAccess access, BulkQueries bulk, ImportProcessor.Parts parts) {
        var turns = turnstile.turns(TURN);
        return Worker.of(Duty.IMPORT.worker(), 1, new ImportProcessor(turns, access, bulk, parts)::step);
    }

    @Bean
    HealthCheck importHealth(ShopRegistry shops, Imports imports) {
        return HealthCheck.of("first import", () -> Health.good(sentence(shops, imports)));
    }

    private static String sentence(ShopRegistry shops, Imports imports) {
        var running = shops.installed().stream()
                .map(shop -> Map.entry(shops.domain(shop), imports.progress(shop)))
                .filter(entry -> !entry.getValue().isDone())
                .map(entry -> entry.getKey() + " is copied: " + entry.getValue().sentence())
                .toList();
        return running.isEmpty() ? "every shop is copied" : String.join("; ", running);
    }
}
