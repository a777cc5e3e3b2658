package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.platform.health.Waiting;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.outbox.OutboxDesk.Why;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether what was decided reaches Shopify, and else why not. */
final class OutboxHealth implements HealthCheck {
    private static final Duration LATE = Duration.ofMinutes(15);
    private static final int LONGEST_REASON = 200;

    private final OutboxFigures figures;
    private final OutboxDesk desk;
    private final ShopRegistry shops;

    OutboxHealth(OutboxFigures figures, OutboxDesk desk, ShopRegistry shops) {
        this.figures = figures;
        this.desk = desk;
        this.shops = shops;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Health check() {
        var now = figures.now();
        var sentence = new StringBuilder(Waiting.sentence(now.open(), "effect", now.age()));
        if (now.open() > 0) {
            List<Why> whys = shops.installed().stream().map(desk::why).toList();
            sentence.append(reason(whys, Why::waiting));
            if (now.setAside() > 0) {
                sentence.append("; %d of them set aside".formatted(now.setAside()))
                        .append(reason(whys, Why::setAside))
                        .append("; holdfast outbox list shows each");
            }
        }
        boolean late = now.age().compareTo(LATE) > 0;
        return now.setAside() > 0 || late ? Health.warning(sentence.toString()) : Health.good(sentence.toString());
    }

    private static String reason(List<Why> whys, Function<Why, Optional<String>> which) {
        return whys.stream()
                .flatMap(why -> which.apply(why).stream())
                .findFirst()
                .map(reason -> ", because: " + shown(reason))
                .orElse("");
    }

    /** Without addresses that Shopify may have quoted, and not longer than a glance. */
    private static String shown(String reason) {
        var clean =
                reason.replaceAll("[^\\s\"'<>]+@[^\\s\"'<>]+", "(an address)").strip();
        return clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON) + "…";
    }
}
