package dev.holdfast.report;

import dev.holdfast.shopify.ShopRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** How far all shops together are from Shopify, and since when nobody has looked. */
final class ReconcileFigures {
    private final ReconcileRuns runs;
    private final ShopRegistry shops;
    private final InstantSource clock;

    ReconcileFigures(ReconcileRuns runs, ShopRegistry shops, InstantSource clock) {
        this.runs = runs;
        this.shops = shops;
        this.clock = clock;
    }

    void register(MeterRegistry metrics) {
        Gauge.builder("holdfast.reconcile.drift", this::drift)
                .description("Differences from Shopify that the last comparison of each shop has left")
                .register(metrics);
        Gauge.builder("holdfast.reconcile.age", this::age)
                .description(
                        "Since the last comparison, of the shop where it is longest ago; NaN where one has had none")
                .baseUnit("seconds")
                .register(metrics);
    }

    long drift() {
        return shops.installed().stream()
                .flatMap(shop -> runs.last(shop).stream())
                .mapToLong(ReconcileRuns.Run::left)
                .sum();
    }

    double age() {
        double longest = 0;
        for (var shop : shops.installed()) {
            Optional<ReconcileRuns.Run> last = runs.last(shop);
            if (last.isEmpty()) {
                return Double.NaN;
            }
            longest = Math.max(
                    longest,
                    Duration.between(last.get().asOf(), clock.instant()).toMillis() / 1000.0);
        }
        return longest;
    }
}
