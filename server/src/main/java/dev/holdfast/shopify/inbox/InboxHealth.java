package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.health.Waiting;
import java.time.Duration;
import java.time.InstantSource;

/** Whether webhooks are handled as they come. */
final class InboxHealth implements HealthCheck {
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration TOO_LATE = Duration.ofMinutes(15);

    private final InboxRows rows;
    private final InboxFigures figures;
    private final InstantSource clock;

    InboxHealth(InboxRows rows, InboxFigures figures, InstantSource clock) {
        this.rows = rows;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public Health check() {
        var waiting = rows.waiting();
        var age = waiting.oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
        var sentence = Waiting.sentence(waiting.count(), "webhook", age);
        if (age.compareTo(LATE) <= 0) {
            long setAside = figures.setAside();
            return setAside == 0
                    ? Health.good(sentence)
                    : Health.warning(sentence + "; %d are set aside: holdfast inbox shows them".formatted(setAside));
        }
        var advice = sentence + "; is a process of role worker or all running?";
        return age.compareTo(TOO_LATE) <= 0 ? Health.warning(advice) : Health.bad(advice);
    }
}
