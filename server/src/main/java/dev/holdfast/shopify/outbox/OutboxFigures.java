package dev.holdfast.shopify.outbox;

import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.outbox.OutboxDesk.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The outbox of all shops together, for the health page and for those who watch from afar. */
final class OutboxFigures {
    private final OutboxDesk desk;
    private final ShopRegistry shops;
    private final InstantSource clock;

    OutboxFigures(OutboxDesk desk, ShopRegistry shops, InstantSource clock) {
        this.desk = desk;
        this.shops = shops;
        this.clock = clock;
    }

    /** What is open now, and for how long the oldest of it. */
    record Now(long open, long setAside, Duration age) {}

    void register(MeterRegistry metrics) {
        Gauge.builder("holdfast.outbox.waiting", () -> now().open())
                .description("Effects that are decided and have not happened")
                .register(metrics);
        Gauge.builder("holdfast.outbox.age", () -> now().age().toMillis() / 1000.0)
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("holdfast.outbox.set.aside", () -> now().setAside())
                .description("Those of them that wait for a person")
                .register(metrics);
    }

    Now now() {
        long open = 0;
        long setAside = 0;
        Instant now = clock.instant();
        Instant oldest = now;
        for (var shop : shops.installed()) {
            Backlog backlog = desk.backlog(shop);
            open += backlog.open();
            setAside += backlog.setAside();
            oldest = backlog.oldest().filter(oldest::isAfter).orElse(oldest);
        }
        return new Now(open, setAside, Duration.between(oldest, now));
    }
}
