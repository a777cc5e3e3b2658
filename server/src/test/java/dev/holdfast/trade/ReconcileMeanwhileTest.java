package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.report.Reconciler;
import dev.holdfast.report.Reconciliation;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A shop is compared while it trades: what nobody has told us of yet is no difference. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReconcileMeanwhileTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path folder;

    @Test
    void what_is_sold_while_shopify_writes_its_files_is_no_difference() throws Exception {
        try (var trading = new TradingShop(DATABASE, folder.resolve("home"), 5)) {
            trading.awaitImport();
            trading.awaitSubscriptions();
            trading.awaitRead();
            int before = trading.shop.orders().all().size();

            var done = reconciledBesideBuyers(trading);

            int bought = trading.shop.orders().all().size() - before;
            assertThat(bought).as("orders meanwhile").isPositive();
            assertThat(trading.count("select count(*) from customer_order"))
                    .as("no webhook came: the simulated clock stood still")
                    .isEqualTo(before);
            assertThat(done.differences()).isEmpty();
        }
    }

    private static Reconciliation reconciledBesideBuyers(TradingShop trading) throws Exception {
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var buyers = threads.submit(() -> {
                for (long seed = 1000; !over.get(); seed++) {
                    trading.buy(1, seed);
                }
                return over;
            });
            try {
                return trading.server().part(Reconciler.class).reconcile(trading.id(), false);
            } finally {
                over.set(true);
                buyers.get();
            }
        }
    }
}
