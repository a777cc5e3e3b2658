package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.report.Reconciler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The server is away while its shop trades on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DownForDaysTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path folder;

    @Test
    void what_happened_in_three_days_is_caught_up_explained_and_done_once() throws Exception {
        try (var trading = new TradingShop(DATABASE, folder.resolve("home"), 20)) {
            trading.awaitImport();
            trading.awaitSubscriptions();
            trading.consent();
            trading.stopServer();
            for (int day = 1; day <= 3; day++) {
                trading.buy(10, day);
                trading.pass(Duration.ofDays(1));
            }
            // Only the simulated clock has moved by days; ours has not, so the token is made as old here as it is
            // there.
            trading.ageTokens(Duration.ofDays(3));
            trading.restartServer();
            trading.awaitRead();

            var done = trading.server().part(Reconciler.class).reconcile(trading.id(), true);
            assertThat(done.differences())
                    .anySatisfy(difference -> assertThat(difference.toString())
                            .contains("Shopify has order ")
                            .contains("Cause: nothing that told of it has reached us"));
            assertThat(done.left()).as("%s", done.differences()).isZero();
            assertThat(trading.count("select count(*) from customer_order"))
                    .isEqualTo(trading.shop.orders().all().size());

            TradingShop.await("every hold is placed", () -> trading.count("""
                    select count(*) from outbox where kind = 'release.hold' and closed_at is null
                    """) == 0);
            var handles = trading.shop.truth().fulfillmentOrders().stream()
                    .flatMap(of -> of.holds().stream())
                    .map(hold -> hold.handle())
                    .toList();
            assertThat(new HashSet<>(handles)).as("no hold twice").hasSameSizeAs(handles);
            assertThat(trading.count("select count(*) from held")).isEqualTo(handles.size());
        }
    }
}
