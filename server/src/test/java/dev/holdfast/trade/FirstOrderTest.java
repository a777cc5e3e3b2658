package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The thinnest way through everything: installed, one order in by webhook, one hold out. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FirstOrderTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path folder;

    private static TradingShop trading;

    @BeforeAll
    static void open() throws InterruptedException {
        trading = new TradingShop(DATABASE, folder.resolve("home"));
    }

    @AfterAll
    static void close() {
        trading.close();
    }

    private static List<FulfillmentOrder> held() {
        return trading.shop.truth().fulfillmentOrders().stream()
                .filter(of -> !of.holds().isEmpty())
                .toList();
    }

    @Test
    void an_order_sold_ahead_comes_in_by_webhook_and_is_held_once_the_merchant_agrees() throws Exception {
        trading.awaitSubscriptions();
        var plan = trading.shop
                .sellingPlans()
                .groups()
                .all()
                .findFirst()
                .orElseThrow()
                .plans()
                .getFirst();
        var variant = trading.shop
                .catalog()
                .variants()
                .all()
                .filter(one ->
                        trading.shop.sellingPlans().planFor(one, plan.id()).isPresent())
                .findFirst()
                .orElseThrow();
        trading.shop.checkouts().place(Cart.of(Cart.Line.of(variant.id(), 2, plan.id())));
        trading.pass(Duration.ofMinutes(1));

        TradingShop.await(
                "the order is here with its selling plan and its fulfillment order",
                () -> trading.count("""
                        select count(*) from order_line l
                        join fulfillment_order_line p on p.shop_id = l.shop_id and p.line_id = l.line_id
                        where l.open = 2 and p.remaining = 2 and l.selling_plan_id = %d
                        """.formatted(plan.id().number())) == 1);
        TradingShop.await("a hold is decided on", () -> trading.count("select count(*) from held") == 1);
        assertThat(held()).as("nothing is written before the merchant agrees").isEmpty();

        assertThat(trading.changesSeenAndConfirmed())
                .singleElement()
                .asString()
                .startsWith("Hold back fulfillment order ");
        TradingShop.await("the hold is at Shopify", () -> !held().isEmpty());
        var of = held().getFirst();
        assertThat(of.holds()).singleElement().satisfies(hold -> {
            assertThat(hold.handle()).isEqualTo("holdfast-" + of.id().number());
            assertThat(hold.reason().name()).isEqualTo("UNKNOWN_DELIVERY_DATE");
        });
        TradingShop.await(
                "we know the hold by its id, and see it as Shopify shows it",
                () -> trading.count("""
                        select count(*) from held h
                        join fulfillment_hold f on f.shop_id = h.shop_id and f.hold_id = h.hold_id and f.ours
                        where h.state = 'held' and h.hold_id = %d
                        """.formatted(of.holds().getFirst().id().number())) == 1);
    }
}
