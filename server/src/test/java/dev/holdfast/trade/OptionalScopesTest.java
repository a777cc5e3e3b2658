package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.health.HealthReport;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.report.Reconciler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A merchant who grants the least: the rest works, nothing is asked that would be refused, and it says what is off. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class OptionalScopesTest {
    private static final String LEAST =
            "write_products,write_purchase_options,write_orders,read_customers,write_inventory,"
                    + "read_locations,write_merchant_managed_fulfillment_orders,read_fulfillments";
    private static final Duration MONTHS = Duration.ofDays(61);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    @Test
    void what_was_not_granted_is_off_and_orders_too_old_to_be_seen_are_not_taken_for_gone()
            throws InterruptedException {
        var past = new TradingShop.Past(20, MONTHS, LEAST);
        try (var trading = new TradingShop(DATABASE, folder.resolve("home"), past)) {
            trading.awaitImport();
            TradingShop.await(
                    "what can be heard is subscribed to",
                    () -> trading.count(
                                    "select count(*) from outbox where kind = 'shopify.subscription' and state = 'done'")
                            > 15);
            trading.consent();
            trading.awaitRead();
            TradingShop.await("nothing waits to be sent", () -> trading.count("""
                    select count(*) from outbox where state in ('waiting', 'sending', 'unknown')
                    """) == 0);

            assertThat(refused(trading))
                    .as("nothing was asked that Shopify refuses")
                    .isEmpty();
            assertThat(trading.count("select count(*) from outbox where variables like '%RETURNS_%'"))
                    .isZero();
            assertThat(switchedOff(trading))
                    .anyMatch(told -> told.startsWith("Orders older than 60 days are not seen: grant Holdfast"))
                    .anyMatch(told -> told.startsWith("Returns are not made in Holdfast: grant Holdfast"));
            assertThat(Objects.requireNonNull(trading.server()
                                    .part(HealthReport.class)
                                    .look()
                                    .get("granted scopes"))
                            .sentence())
                    .contains("Orders older than 60 days are not seen")
                    .doesNotContain("cannot work");

            long known = openOrders(trading);
            assertThat(known).isPositive();
            trading.stopServer();
            trading.pass(MONTHS);
            trading.ageTokens(MONTHS);
            trading.restartServer();
            trading.awaitImport();
            trading.awaitRead();
            var compared = trading.server().part(Reconciler.class).reconcile(trading.id(), true);
            assertThat(compared.differences())
                    .filteredOn(one -> one.kind().equals("order"))
                    .isEmpty();
            assertThat(openOrders(trading)).isEqualTo(known);
        }
    }

    /** As {@code holdfast changes} says it. */
    private static List<String> switchedOff(TradingShop trading) {
        var shop = trading.id();
        return trading.beside().withFirstChanges((_, changes) -> changes.switchedOff(shop));
    }

    private static long openOrders(TradingShop trading) {
        return trading.count("""
                select count(*) from customer_order where gone_at is null and cancelled_at is null and closed_at is null
                """);
    }

    private static List<String> refused(TradingShop trading) {
        return trading.texts("""
                select kind || ' ' || reason from outbox where state = 'set_aside'
                union all select kind || ' ' || problem from refresh where problem is not null
                union all select name || ' ' || problem from import_part where problem is not null
                """);
    }
}
