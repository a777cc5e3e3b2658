package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.inbox.SetAsideWebhooks.Cause;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The inbox of all shops together, for those who watch from afar; read from the tables at each look. */
final class InboxFigures {
    private final Database database;
    private final ShopRegistry shops;
    private final InboxRows rows;
    private final InstantSource clock;

    InboxFigures(Database database, ShopRegistry shops, InstantSource clock) {
        this.database = database;
        this.shops = shops;
        this.rows = new InboxRows(database);
        this.clock = clock;
    }

    void register(MeterRegistry metrics) {
        Gauge.builder("holdfast.inbox.waiting", () -> rows.waiting().count())
                .description("Webhooks that are stored and not yet handled")
                .register(metrics);
        Gauge.builder("holdfast.inbox.age", () -> age().toMillis() / 1000.0)
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("holdfast.inbox.set.aside", this::setAside)
                .description("Webhooks that could not be handled")
                .register(metrics);
    }

    Duration age() {
        return rows.waiting()
                .oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
    }

    /** The shops for which webhooks wait and that were never installed here. */
    List<ShopDomain> strangers() {
        return rows.shops().stream()
                .filter(domain -> shops.find(domain).isEmpty())
                .toList();
    }

    /** Those that failed; what no version handles yet is set aside too, and needs nobody. */
    long setAside() {
        return shops.installed().stream()
                .mapToLong(shop -> database.inShop(shop, sql -> SetAsideWebhooks.count(sql, shop, Cause.FAILED)))
                .sum();
    }
}
