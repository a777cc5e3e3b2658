package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.health.HealthReport;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.Variant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A merchant who lets us see what a fulfillment service ships, and not change it, until they do. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ThirdPartyTest {
    private static final String OWN =
            "write_products,write_purchase_options,write_orders,read_customers,write_inventory,"
                    + "read_locations,write_merchant_managed_fulfillment_orders,read_fulfillments,";
    private static final String SENTENCE = "Orders that a fulfillment service ships are neither held nor released";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    /** Somebody buys ahead. */
    private static FulfillmentOrder buyAhead(TradingShop trading) throws InterruptedException {
        var shop = trading.shop;
        var plan = shop.sellingPlans()
                .groups()
                .all()
                .findFirst()
                .orElseThrow()
                .plans()
                .getFirst();
        var placed = shop.checkouts().place(Cart.of(Cart.Line.of(ahead(trading).id(), 2, plan.id())));
        trading.pass(Duration.ofMinutes(1));
        return shop.fulfillmentOrders().ofOrder(((Placed) placed).order().id()).getFirst();
    }

    private static Variant ahead(TradingShop trading) {
        var plans = trading.shop.sellingPlans();
        var plan = plans.groups().all().findFirst().orElseThrow().plans().getFirst();
        return trading.shop
                .catalog()
                .variants()
                .all()
                .filter(one -> plans.planFor(one, plan.id()).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static LocationId service(TradingShop trading) {
        var service = trading.shop
                .locations()
                .addService("Parcels and more", Address.inCountry("IE"))
                .value()
                .id();
        trading.shop.staff().count(ahead(trading).item(), service, QuantityName.AVAILABLE, 5);
        return service;
    }

    private static long holds(TradingShop trading, FulfillmentOrder of) {
        return trading.shop.truth().fulfillmentOrders().stream()
                .filter(one -> one.id().equals(of.id()))
                .mapToLong(one -> one.holds().size())
                .sum();
    }

    @Test
    void what_a_service_ships_is_held_only_when_that_was_granted() throws InterruptedException {
        var past = new TradingShop.Past(0, Duration.ZERO, OWN + "read_third_party_fulfillment_orders");
        try (var trading = new TradingShop(DATABASE, folder.resolve("home"), past)) {
            trading.awaitImport();
            TradingShop.await("Shopify is asked to tell of other scopes", () -> trading.count("""
                    select count(*) from outbox where variables like '%APP_SCOPES_UPDATE%' and state = 'done'
                    """) == 1);
            trading.consent();
            trading.stopServer();
            var ours = buyAhead(trading);
            var theirs = buyAhead(trading);
            assertThat(trading.shop
                            .fulfillmentOrders()
                            .move(theirs.id(), service(trading), List.of())
                            .errors())
                    .isEmpty();
            trading.restartServer();
            trading.pass(Duration.ofMinutes(30));
            TradingShop.await("what the merchant ships is held", () -> holds(trading, ours) == 1);
            TradingShop.await(
                    "what the service ships is known",
                    () -> trading.count("""
                    select count(*) from fulfillment_order where by_service and fulfillment_order_id = %d
                    """.formatted(theirs.id().number())) == 1);
            trading.awaitRead();
            assertThat(trading.count("select count(*) from outbox where subject like '%%/%d'"
                            .formatted(theirs.id().number())))
                    .as("nothing is asked that Shopify refuses")
                    .isZero();
            assertThat(trading.count("select count(*) from outbox where state = 'set_aside'"))
                    .isZero();
            assertThat(scopes(trading)).contains(SENTENCE);

            var more = Scopes.parse(OWN + "write_third_party_fulfillment_orders");
            trading.simulator.apps().on(TradingShop.DOMAIN.value()).install(trading.app, more);
            trading.pass(Duration.ofMinutes(1));
            TradingShop.await("now it is held too", () -> holds(trading, theirs) == 1);
            assertThat(scopes(trading)).doesNotContain(SENTENCE);
        }
    }

    private static String scopes(TradingShop trading) {
        return Objects.requireNonNull(
                        trading.server().part(HealthReport.class).look().get("granted scopes"))
                .sentence();
    }
}
