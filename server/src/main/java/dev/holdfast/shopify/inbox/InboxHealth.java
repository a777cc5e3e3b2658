package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.health.Waiting;
import dev.holdfast.shopify.ShopDomain;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

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
        var age = age(waiting);
        var sentence = Waiting.sentence(waiting.count(), "webhook", age);
        if (age.compareTo(LATE) <= 0) {
            long setAside = figures.setAside();
            return setAside == 0
                    ? Health.good(sentence)
                    : Health.warning(sentence + "; %d are set aside: holdfast inbox shows them".formatted(setAside));
        }
        var strangers = figures.strangers();
        age = age(rows.waitingBut(strangers));
        if (age.compareTo(LATE) <= 0) {
            return Health.warning("%s; the old ones are for %s, not installed here: install Holdfast there, or have"
                            .formatted(sentence, named(strangers))
                    + " Shopify send them to the Holdfast that is; after 7 days they are deleted");
        }
        var advice = sentence + "; is a process of role worker or all running?";
        return age.compareTo(TOO_LATE) <= 0 ? Health.warning(advice) : Health.bad(advice);
    }

    private Duration age(InboxRows.Waiting waiting) {
        return waiting.oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
    }

    private static String named(List<ShopDomain> shops) {
        return shops.size() == 1
                ? shops.getFirst().value()
                : "%d shops, such as %s"
                        .formatted(shops.size(), shops.getFirst().value());
    }
}
