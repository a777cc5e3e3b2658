package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.shopify.ShopRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Whether what was decided reaches Shopify. */
final class OutboxHealth implements HealthCheck {
    private static final Duration LATE = Duration.ofMinutes(15);

    private final OutboxDesk desk;
    private final ShopRegistry shops;
    private final InstantSource clock;

    OutboxHealth(OutboxDesk desk, ShopRegistry shops, InstantSource clock) {
        this.desk = desk;
        this.shops = shops;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Health check() {
        long open = 0;
        long setAside = 0;
        Instant oldest = clock.instant();
        for (var shop : shops.installed()) {
            var backlog = desk.backlog(shop);
            open += backlog.open();
            setAside += backlog.setAside();
            oldest = backlog.oldest().filter(oldest::isAfter).orElse(oldest);
        }
        var age = Duration.between(oldest, clock.instant());
        var sentence = "%d effects wait, the oldest for %d s".formatted(open, age.toSeconds());
        if (setAside > 0) {
            return Health.warning(sentence + "; %d are set aside: holdfast outbox list shows why".formatted(setAside));
        }
        return age.compareTo(LATE) <= 0 ? Health.good(sentence) : Health.warning(sentence + "; the log says why");
    }
}
