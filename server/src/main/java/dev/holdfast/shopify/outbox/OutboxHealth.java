package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import java.time.Duration;

/** Whether what was decided reaches Shopify. */
final class OutboxHealth implements HealthCheck {
    private static final Duration LATE = Duration.ofMinutes(15);

    private final OutboxFigures figures;

    OutboxHealth(OutboxFigures figures) {
        this.figures = figures;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Health check() {
        var now = figures.now();
        var sentence = "%d effects wait, the oldest for %d s"
                .formatted(now.open(), now.age().toSeconds());
        if (now.setAside() > 0) {
            return Health.warning(
                    sentence + "; %d are set aside: holdfast outbox list shows why".formatted(now.setAside()));
        }
        return now.age().compareTo(LATE) <= 0 ? Health.good(sentence) : Health.warning(sentence + "; the log says why");
    }
}
