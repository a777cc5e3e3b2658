package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.CheckoutResult;
import dev.holdfast.simulator.shop.Orders;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.webhook.WebhookFaults;
import dev.holdfast.trade.Invoices.Invoice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real invoices told by bad webhooks come to the same rows; {@code -Dholdfast.skipped=0 -Dholdfast.invoices=25900} replays
 * all, as bench/run replay does.
 */
@Timeout(value = 120, unit = TimeUnit.MINUTES)
class ReplayTest {
    // A stretch of small orders, some of them cancelled.
    private static final int SKIPPED = Integer.getInteger("holdfast.skipped", 1_970);
    private static final int INVOICES = Integer.getInteger("holdfast.invoices", 30);
    private static final int A_MINUTE_EACH = 10;
    private static final Duration FILLS_THE_BUCKET = Duration.ofSeconds(20);
    private static final Duration NOW_AND_THEN = Duration.ofMillis(200);
    private static final WebhookFaults BAD = new WebhookFaults(100, 100, 0, 0, 300, 0, 50, 0);

    private static final Set<String> EACH_FAULT = Set.of("resent", "other_webhook_id", "shuffled", "dropped");

    /**
     * What the import or the webhooks fill, and what is left out: when we read a thing is ours, not the shop's; and of a
     * level that came back to what it was, untold, there is nothing to mend but the time.
     */
    private static final Map<String, String> TABLES = Map.of(
            "location", "read_at",
            "product", "read_at",
            "variant", "",
            "stock_level", "read_at, updated_at",
            "customer_order", "read_at",
            "order_line", "",
            "fulfillment_order", "",
            "fulfillment_order_line", "",
            "fulfillment_hold", "");

    @RegisterExtension
    static final TestDatabase CLEAN = new TestDatabase();

    @RegisterExtension
    static final TestDatabase DISTURBED = new TestDatabase();

    @TempDir
    private static Path folder;

    @Test
    void real_invoices_resent_shuffled_and_dropped_end_in_the_rows_of_the_clean_run() throws Exception {
        var invoices = Invoices.some(SKIPPED, INVOICES);
        var start = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
        var clean = replay(CLEAN, invoices, start, WebhookFaults.NONE);
        var disturbed = replay(DISTURBED, invoices, start, BAD);
        for (var table : TABLES.keySet()) {
            assertThat(disturbed.get(table)).as(table).isEqualTo(clean.get(table));
        }
        assertThat(clean.get("customer_order")).hasSizeGreaterThan(INVOICES / 2);
        assertThat(clean.get("customer_order"))
                .as("cancelled ones")
                .anyMatch(row -> !row.contains("\"cancelled_at\": null"));
    }

    /** All rows by table, in one order. */
    private static Map<String, List<String>> replay(
            TestDatabase database, List<Invoice> invoices, Instant start, WebhookFaults faults) throws Exception {
        var home = folder.resolve(faults.equals(WebhookFaults.NONE) ? "clean" : "disturbed");
        try (var trading = TradingShop.notServed(database, home, start, shop -> {})) {
            var variants = stock(trading.shop, invoices);
            try (var served = Served.start(trading)) {
                served.awaitImport();
                trading.awaitSubscriptions();
                trading.simulator.webhooks().faults(faults, 1);
                trade(trading, variants, invoices);
                trading.simulator.webhooks().faults(WebhookFaults.NONE, 1);
                trading.pass(Duration.ofHours(1));
                awaitRead(trading);
                assertThat(faultsMet(trading)).isEqualTo(faults.equals(BAD) ? EACH_FAULT : Set.of());
                var done = served.reconcile(true);
                assertThat(done.left()).isZero();
                System.out.printf(
                        "replay: %d invoices, %d orders, %d things differed before the reconciliation%n%s%n",
                        invoices.size(),
                        trading.shop.orders().all().size(),
                        done.differences().size(),
                        served.load());
            }
            return rows(trading);
        }
    }

    /** Of the last tries. */
    private static Set<String> faultsMet(TradingShop trading) {
        return trading.simulator.webhooks().log().all().stream()
                .flatMap(attempt -> attempt.faults().stream())
                .collect(Collectors.toSet());
    }

    /** Reading costs points, which come back with the shop's time: it goes on until all is read. */
    private static void awaitRead(TradingShop trading) throws InterruptedException {
        while (isUnread(trading)) {
            trading.pass(FILLS_THE_BUCKET);
            LockSupport.parkNanos(NOW_AND_THEN.toNanos());
        }
        trading.awaitRead();
    }

    /** Looks at one row: to count them all took more of the processor than to read them. */
    private static boolean isUnread(TradingShop trading) {
        return trading.count("""
                select count(*) from (select 1
                    where exists (select from webhook_inbox)
                       or exists (select from refresh where due_at <= now() + interval '10 seconds')) one
                """) > 0;
    }

    private static Map<String, ProductVariantId> stock(Shop shop, List<Invoice> invoices) {
        var location = shop.locations().all().all().findFirst().orElseThrow().id();
        var codes = new TreeSet<String>();
        invoices.forEach(invoice -> codes.addAll(invoice.units().keySet()));
        var variants = new HashMap<String, ProductVariantId>();
        for (var code : codes) {
            var product = shop.catalog()
                    .create(NewProduct.of(
                            "Gift " + code,
                            new NewVariant(
                                    "Only", code, 100, InventoryPolicy.DENY, true, Map.of(location, 10_000_000))));
            variants.put(code, shop.catalog().variantsOf(product).getFirst().id());
        }
        return variants;
    }

    private static void trade(TradingShop trading, Map<String, ProductVariantId> variants, List<Invoice> invoices)
            throws InterruptedException {
        // By customer and code, the last order that had it.
        var bought = new HashMap<String, OrderId>();
        int number = 0;
        for (var invoice : invoices) {
            if (invoice.isCancellation()) {
                cancel(trading.shop, bought, invoice);
            } else {
                buy(trading.shop, variants, bought, invoice);
            }
            if (++number % A_MINUTE_EACH == 0) {
                trading.pass(Duration.ofMinutes(1));
            }
        }
    }

    private static void buy(
            Shop shop, Map<String, ProductVariantId> variants, Map<String, OrderId> bought, Invoice invoice) {
        var lines = new ArrayList<Cart.Line>();
        invoice.units().forEach((code, units) -> {
            if (units > 0) {
                lines.add(new Cart.Line(Objects.requireNonNull(variants.get(code)), units, null, List.of()));
            }
        });
        if (lines.isEmpty()) {
            return;
        }
        var result = shop.checkouts().place(Cart.of(lines.toArray(Cart.Line[]::new)));
        if (!(result instanceof CheckoutResult.Placed placed)) {
            throw new IllegalStateException(invoice.number() + " was not sold: " + result);
        }
        invoice.units()
                .keySet()
                .forEach(code -> bought.put(
                        invoice.customer() + " " + code, placed.order().id()));
    }

    /** The order in which its first thing was bought, as far as there is one. */
    private static void cancel(Shop shop, Map<String, OrderId> bought, Invoice invoice) {
        for (var code : invoice.units().keySet()) {
            var order = bought.remove(invoice.customer() + " " + code);
            if (order != null) {
                shop.orders().cancel(order, Orders.Cancel.restocked(Order.Reason.CUSTOMER));
                return;
            }
        }
    }

    private static Map<String, List<String>> rows(TradingShop trading) {
        var all = new HashMap<String, List<String>>();
        TABLES.forEach((table, left) -> all.put(
                table,
                trading.database
                        .superuser()
                        .sql("select (to_jsonb(t) - '{" + left + "}'::text[])::text from " + table + " t order by 1")
                        .query(String.class)
                        .list()));
        return all;
    }
}
