package dev.holdfast.report;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.health.Health;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.ShopifyFault;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reconciles and repairs all shops, one after the other. */
final class NightlyReconcile {
    private static final Logger log = LoggerFactory.getLogger(NightlyReconcile.class);

    private final ShopRegistry shops;
    private final Reconciler reconciler;
    // A night, and what a comparison of large shops before this one may take.
    private static final Duration TOO_LONG_AGO = Duration.ofHours(26);

    private final ReconcileRuns runs;
    private final InstantSource clock;

    NightlyReconcile(ShopRegistry shops, Reconciler reconciler, ReconcileRuns runs, InstantSource clock) {
        this.shops = shops;
        this.reconciler = reconciler;
        this.runs = runs;
        this.clock = clock;
    }

    void run() {
        for (var shop : shops.installed()) {
            try {
                tell(reconciler.reconcile(shop, true));
            } catch (ShopifyFault e) {
                log.warn("{} could not be reconciled tonight: {}", shop, e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // Our own bug with one shop is no reason to leave out the others.
                log.error("{} could not be reconciled tonight", shop, e);
            }
        }
    }

    private static void tell(Reconciliation done) {
        done.differences().forEach(difference -> log.info("{}: {}", done.shop(), difference));
        log.info(
                "{}: compared {} things, {} differed, {} are left",
                done.shop(),
                done.compared(),
                done.differences().size(),
                done.left());
    }

    /** Drift that is left, and since when nobody has looked. */
    Health health() {
        for (ShopId shop : shops.installed()) {
            var last = runs.last(shop);
            if (last.isPresent() && last.get().left() > 0) {
                return Health.warning("%s differs from Shopify in %d things since %s; run holdfast reconcile"
                        .formatted(shop, last.get().left(), last.get().asOf()));
            }
        }
        for (ShopId shop : shops.installed()) {
            var age = Duration.between(runs.since(shop), clock.instant());
            if (age.compareTo(TOO_LONG_AGO) > 0) {
                return Health.warning(
                        "%s has not been compared with Shopify for %d h, which happens every night while a"
                                        .formatted(shops.domain(shop), age.toHours())
                                + " process of role worker or all runs; the log says why it did not, and holdfast reconcile"
                                + " --repair does it now");
            }
        }
        int byHand = shops.installed().stream()
                .flatMap(shop -> runs.last(shop).stream())
                .mapToInt(ReconcileRuns.Run::byHand)
                .sum();
        return Health.good("no difference is left of the last comparison"
                + (byHand == 0 ? "" : "; %d orders want a look: holdfast reconcile names them".formatted(byHand)));
    }
}
