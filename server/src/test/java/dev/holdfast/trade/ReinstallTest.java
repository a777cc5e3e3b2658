package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.health.HealthReport;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.report.Reconciler;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.webhook.WebhookSubscription.Wanted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A merchant removes the app without a word and installs it again: nothing is lost, nothing is done twice. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ReinstallTest {
    /** Ahead of our own clock, so that the uninstall is later than the install before it. */
    private static final Duration LATER = Duration.ofMinutes(30);

    @RegisterExtension
    static final TestDatabase HEARD = new TestDatabase();

    @RegisterExtension
    static final TestDatabase UNHEARD = new TestDatabase();

    @TempDir
    private Path folder;

    private TradingShop open(TestDatabase database) throws InterruptedException {
        var trading = new TradingShop(database, folder.resolve("home"), 20);
        trading.awaitImport();
        trading.awaitSubscriptions();
        trading.awaitRead();
        assertThat(waiting(trading)).as("holds are decided on").isNotEmpty();
        trading.pass(LATER);
        return trading;
    }

    /** The changes that wait, by their keys. */
    private static List<String> waiting(TradingShop trading) {
        return trading.database
                .superuser()
                .sql("select effect_id::text from outbox where kind = 'release.hold' and state = 'waiting' order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String health(TradingShop trading) {
        return Objects.requireNonNull(
                        trading.server().part(HealthReport.class).look().get("shop access"))
                .sentence();
    }

    /** Our holds in Shopify's own books, one entry for each. */
    private static List<String> ours(TradingShop trading) {
        return trading.shop.truth().fulfillmentOrders().stream()
                .flatMap(of -> of.holds().stream())
                .map(FulfillmentHold::handle)
                .filter(handle -> handle.startsWith("holdfast-"))
                .toList();
    }

    private static void awaitCaughtUp(TradingShop trading) {
        long orders = trading.shop.truth().orders().size();
        TradingShop.await(
                "the orders of the time away are here",
                () -> trading.count("select count(*) from customer_order") == orders);
        trading.awaitImport();
        trading.awaitRead();
    }

    private static void assertEverythingHeldOnce(TradingShop trading) throws InterruptedException {
        TradingShop.await(
                "all that was decided on is held",
                () -> trading.count("select count(*) from held where state = 'asked'") == 0);
        trading.awaitRead();
        assertThat(ours(trading)).doesNotHaveDuplicates();
        assertThat((long) ours(trading).size())
                .isEqualTo(trading.count("select count(*) from held where state = 'held'"));
        assertThat(trading.count("""
                select count(*) - count(distinct subject) from outbox where kind = 'release.hold'
                """)).as("no hold was asked for twice").isZero();
        assertThat(trading.server()
                        .part(Reconciler.class)
                        .reconcile(trading.id(), false)
                        .differences())
                .isEmpty();
    }

    @Test
    void what_waits_when_the_app_is_removed_is_kept_and_sent_once_after_a_reinstall() throws Exception {
        try (var trading = open(HEARD)) {
            var shop = trading.id();
            var before = waiting(trading);
            trading.uninstall();
            trading.pass(Duration.ofMinutes(1));
            TradingShop.await(
                    "the uninstall is heard of",
                    () -> trading.server().part(ShopRegistry.class).installed().isEmpty());
            assertThat(trading.server().part(ShopAccess.class).grant(shop)).isInstanceOf(ShopAccess.Withheld.class);
            trading.consent();
            trading.buy(10, 7);
            trading.pass(Duration.ofMinutes(1));
            assertThat(waiting(trading)).isEqualTo(before);
            assertThat(ours(trading)).as("nobody can write to the shop").isEmpty();

            trading.reinstall();
            awaitCaughtUp(trading);
            assertThat(trading.id()).isEqualTo(shop);
            assertEverythingHeldOnce(trading);
            assertThat(ours(trading).size()).isGreaterThanOrEqualTo(before.size());

            // Of the topics of privacy law the app's own settings at Shopify tell.
            var redact = Wanted.of("shop/redact", trading.server().uri("/webhooks"));
            trading.simulator.webhooks().subscriptions().configure(trading.app, List.of(redact));
            trading.uninstall();
            trading.pass(Duration.ofDays(3));
            TradingShop.await(
                    "Shopify has asked to forget the shop, and it is forgotten",
                    () -> trading.server()
                            .part(ShopRegistry.class)
                            .find(TradingShop.DOMAIN)
                            .isEmpty());
            assertThat(trading.count("select count(*) from customer_order")).isZero();
            assertThat(ours(trading)).as("nobody could release them").isNotEmpty();
        }
    }

    @Test
    void an_app_that_was_removed_while_the_server_was_down_is_told_of_and_resumes_after_a_reinstall() throws Exception {
        try (var trading = open(UNHEARD)) {
            var shop = trading.id();
            trading.consent();
            assertEverythingHeldOnce(trading);
            int before = ours(trading).size();
            trading.stopServer();
            trading.uninstall();
            trading.buy(10, 7);
            trading.pass(Duration.ofDays(1));
            trading.restartServer();
            assertThatThrownBy(() -> trading.server().part(Reconciler.class).reconcile(shop, false))
                    .isInstanceOf(ShopifyFault.class);
            assertThat(health(trading)).contains(TradingShop.DOMAIN + ": Shopify accepts Holdfast's token");
            assertThat(trading.server().part(ShopAccess.class).grant(shop)).isInstanceOf(ShopAccess.Withheld.class);

            trading.reinstall();
            awaitCaughtUp(trading);
            TradingShop.await("it shows no more", () -> health(trading).equals("every shop can be read"));
            assertEverythingHeldOnce(trading);
            assertThat(ours(trading)).as("consent outlives a reinstall").hasSizeGreaterThan(before);
        }
    }
}
