package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.report.Reconciler;
import dev.holdfast.report.Reconciliation;
import dev.holdfast.simulator.webhook.WebhookFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A shop is compared while it trades: it comes to an end, and what we could not know yet is no difference. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ReconcileMeanwhileTest {
    private static final Duration BETWEEN_BUYERS = Duration.ofMillis(100);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path folder;

    private static TradingShop trading;

    @BeforeAll
    static void open() throws InterruptedException {
        trading = new TradingShop(DATABASE, folder.resolve("home"), 5);
        trading.awaitImport();
        trading.awaitSubscriptions();
        trading.awaitRead();
        // As fast as ours: reading what is bought takes points, and on a clock that stands still none come back.
        trading.shop.clock().speed(1);
    }

    @AfterAll
    static void close() {
        trading.close();
    }

    @Test
    void what_is_sold_while_shopify_writes_its_files_is_no_difference() throws Exception {
        // Nobody tells us of it, as while a webhook is on its way.
        trading.simulator.webhooks().faults(new WebhookFaults(0, 0, 0, 0, 0, 0, 1000, 0), 1);
        assertThat(reconciledBesideBuyers().differences()).isEmpty();
    }

    @Test
    void webhooks_that_keep_coming_do_not_keep_it_from_its_end() throws Exception {
        trading.simulator.webhooks().faults(WebhookFaults.NONE, 1);
        assertThat(reconciledBesideBuyers().compared()).isPositive();
    }

    @Test
    void what_says_that_it_was_read_in_an_hour_is_compared_and_gives_way() throws Exception {
        trading.simulator.webhooks().faults(WebhookFaults.NONE, 1);
        trading.database.superuser().sql("""
                update location set name = 'Atlantis', read_at = now() + interval '1 hour'
                """).update();
        var done = trading.server().part(Reconciler.class).reconcile(trading.id(), true);
        assertThat(done.differences()).anyMatch(one -> one.sentence().contains("Atlantis here"));
        assertThat(trading.count("select count(*) from location where name = 'Atlantis'"))
                .isZero();
    }

    private static Reconciliation reconciledBesideBuyers() throws Exception {
        int before = trading.shop.orders().all().size();
        var over = new AtomicBoolean();
        Reconciliation done;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var buyers = threads.submit(() -> {
                for (long seed = 1000; !over.get(); seed++) {
                    trading.buy(1, seed);
                    // Without a pause more is bought than any plan has points to read; RereadingTest is about that.
                    LockSupport.parkNanos(BETWEEN_BUYERS.toNanos());
                }
                return over;
            });
            try {
                done = trading.server().part(Reconciler.class).reconcile(trading.id(), false);
            } finally {
                over.set(true);
                buyers.get();
            }
        }
        assertThat(trading.shop.orders().all().size()).as("orders").isGreaterThan(before);
        return done;
    }
}
