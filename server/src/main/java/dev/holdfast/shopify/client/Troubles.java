package dev.holdfast.shopify.client;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import dev.holdfast.shopify.ShopDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What went wrong with calls of this process lately, for the health page; it is over after a minute without. */
public final class Troubles implements HealthCheck {
    private static final Duration OVER = Duration.ofMinutes(1);
    /** An answer that takes longer is told. */
    private static final Duration SLOW = Duration.ofSeconds(3);
    /** Fewer than that happen on every network, and were repeated. */
    private static final int WORTH_A_LOOK = 3;
    /** One that was waited for so long is worth a look alone: while answers trickle, few calls end. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Map<ShopDomain, Trouble> lately = new ConcurrentHashMap<>();

    private record Trouble(Instant since, Instant last, int times, Duration longest, String how) {
        boolean isWorthALook() {
            return times >= WORTH_A_LOOK || longest.compareTo(LONG) >= 0;
        }

        boolean isOver(Instant now) {
            // After the clock was set back, too.
            return Duration.between(last, now).abs().compareTo(OVER) > 0;
        }
    }

    public Troubles(InstantSource clock) {
        this.clock = clock;
    }

    /** {@code waited} is how long the call took until it failed. */
    void failed(ShopDomain shop, Duration waited, String how) {
        var now = clock.instant();
        lately.compute(
                shop,
                (_, before) -> before == null || before.isOver(now)
                        ? new Trouble(now, now, 1, waited, how)
                        : new Trouble(before.since(), now, before.times() + 1, longer(before.longest(), waited), how));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    void answered(ShopDomain shop, Duration time) {
        if (time.compareTo(SLOW) > 0) {
            failed(shop, time, shop + " took %d s to answer.".formatted(time.toSeconds()));
        }
    }

    @Override
    public String name() {
        return "shopify answers";
    }

    @Override
    public Health check() {
        var now = clock.instant();
        lately.values().removeIf(trouble -> trouble.isOver(now));
        var worth = new TreeMap<String, Trouble>();
        lately.forEach((shop, trouble) -> {
            if (trouble.isWorthALook()) {
                worth.put(shop.value(), trouble);
            }
        });
        if (worth.isEmpty()) {
            return Health.good("to what this process has asked in the last minute");
        }
        return Health.warning(worth.entrySet().stream()
                .map(entry -> told(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" ")));
    }

    private static String told(String shop, Trouble trouble) {
        return "%s: %s had trouble since %s, the last at %s: %s"
                .formatted(
                        shop,
                        trouble.times() == 1 ? "1 call" : trouble.times() + " calls",
                        trouble.since(),
                        trouble.last(),
                        trouble.how());
    }
}
