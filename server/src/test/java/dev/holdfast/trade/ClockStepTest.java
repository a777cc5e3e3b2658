package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.report.Reconciler;
import dev.holdfast.simulator.control.DemoCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The machine's clock is set a day forward and a day back while buyers come. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ClockStepTest {
    private static final int CARTS = 4;
    private static final double MOST_SECONDS = 30;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path folder;

    /** The machine's, and so much more. */
    private static final class SteppedClock implements InstantSource {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return InstantSource.system().instant().plus(ahead);
        }
    }

    @Test
    void nothing_is_lost_nothing_done_twice_and_everything_goes_on_at_once() throws Exception {
        var clock = new SteppedClock();
        try (var trading = TradingShop.notServed(DATABASE, folder.resolve("home"), shop -> DemoCatalog.fill(shop, 1))) {
            trading.clock = clock;
            trading.restartServer();
            trading.awaitImport();
            trading.awaitSubscriptions();
            trading.consent();
            double worst = 0;
            int seed = 0;
            for (long days : new long[] {0, 1, 0, -1, 0}) {
                clock.ahead = Duration.ofDays(days);
                trading.buy(CARTS, ++seed);
                long begin = System.nanoTime();
                trading.pass(Duration.ofMinutes(2));
                awaitDone(trading);
                awaitTimers(trading, clock);
                worst = Math.max(worst, (System.nanoTime() - begin) / 1e9);
            }
            System.out.printf("clock: a day forward and back, everything went on within %.1f s%n", worst);
            assertThat(worst).as("seconds until all went on").isLessThan(MOST_SECONDS);
            assertNothingTwice(trading);
            var done = trading.server().part(Reconciler.class).reconcile(trading.id(), false);
            assertThat(done.differences()).isEmpty();
            assertThat(done.compared()).isGreaterThan(5L * CARTS);
        }
    }

    /** Every order is here, and every hold that was decided stands in Shopify. */
    private static void awaitDone(TradingShop trading) {
        long orders = trading.shop.truth().orders().size();
        TradingShop.await(
                "what was told is here, and what was decided is done",
                () -> trading.count("""
                        select (select count(*) from webhook_inbox)
                             + (select count(*) from outbox where closed_at is null)
                             + (select count(*) from held where state = 'asked')
                        """) == 0 && trading.count("""
                        select count(distinct f.order_id) from customer_order o
                        join fulfillment_order f on f.shop_id = o.shop_id and f.order_id = o.order_id
                        """) == orders);
    }

    /** The timer that runs every five seconds has run by the clock as it is now. */
    private static void awaitTimers(TradingShop trading, SteppedClock clock) {
        TradingShop.await("timers run", () -> {
            var now = clock.instant();
            return trading.count("""
                    select count(*) from scheduled_tasks
                    where task_name = 'leave' and last_success between '%s' and '%s'
                    """.formatted(now.minusSeconds(10), now)) == 1;
        });
    }

    private static void assertNothingTwice(TradingShop trading) {
        assertThat(trading.count("select count(*) from outbox where kind = 'release.hold' and state = 'done'"))
                .isPositive();
        assertThat(trading.count("""
                        select count(*) from (
                            select subject from outbox where kind = 'release.hold' group by subject having count(*) > 1) twice
                        """)).isZero();
        assertThat(trading.shop.truth().fulfillmentOrders())
                .allSatisfy(of -> assertThat(of.holds()).hasSizeLessThan(2));
    }
}
