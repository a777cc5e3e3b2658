package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.simulator.control.DemoCatalog;
import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.FulfillmentOrders.HoldRequest;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.AppId;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.Variant;
import dev.holdfast.simulator.webhook.WebhookFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shopify may say its refusals in any words: what comes of one depends on its code and field alone. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OtherWordsTest {
    private static final WebhookFaults ALL_DROPPED = new WebhookFaults(0, 0, 0, 0, 0, 0, 1000, 0);

    private final TestDatabase database = new TestDatabase();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void installing_holding_and_being_refused_go_the_same_way_whatever_the_words(boolean other) throws Exception {
        try (var trading = TradingShop.notServed(database, folder.resolve("home"), shop -> {
            DemoCatalog.fill(shop, 1);
            shop.switches(shop.switches().with(Switch.REFUSALS_HAVE_OTHER_WORDS, other));
            for (int i = 0; i < 3; i++) {
                buySoldAhead(shop);
            }
            shop.clock().advance(Duration.ofMinutes(1));
        })) {
            trading.restartServer();
            trading.awaitImport();
            TradingShop.await("three holds are decided on", () -> trading.count("select count(*) from held") == 3);

            trading.simulator.webhooks().faults(ALL_DROPPED, 1);
            List<FulfillmentOrder> all = trading.shop.truth().fulfillmentOrders();
            FulfillmentOrder free = all.get(0);
            FulfillmentOrder there = held(trading, all.get(1));
            FulfillmentOrder shipped = all.get(2);
            assertThat(trading.shop.staff().shipAll(shipped.order())).isEqualTo(1);
            trading.consent();

            TradingShop.await("a hold is placed", () -> isHeld(trading, free));
            TradingShop.await("a hold that was there already is found by its handle", () -> isHeld(trading, there));
            TradingShop.await(
                    "a refusal without a code is set aside",
                    () -> setAside(trading).size() == 1);
            assertThat(now(trading, there).holds()).as("no second hold").hasSize(1);
            assertThat(now(trading, shipped).holds()).isEmpty();
            assertThat(setAside(trading))
                    .as("the words are shown as they came")
                    .singleElement()
                    .asString()
                    .contains(other ? "Not possible now." : "not in a state that can be held");
        }
    }

    private static void buySoldAhead(Shop shop) {
        SellingPlan plan = shop.sellingPlans()
                .groups()
                .all()
                .findFirst()
                .orElseThrow()
                .plans()
                .getFirst();
        Variant variant = shop.catalog()
                .variants()
                .all()
                .filter(one -> shop.sellingPlans().planFor(one, plan.id()).isPresent())
                .findFirst()
                .orElseThrow();
        shop.checkouts().place(Cart.of(Cart.Line.of(variant.id(), 1, plan.id())));
    }

    /** As an earlier attempt of ours would have held it, whose answer was lost. */
    private static FulfillmentOrder held(TradingShop trading, FulfillmentOrder of) {
        var ours = new Caller(new AppId(trading.app.settings().id()), ApiVersion.V2026_07);
        var handle = "holdfast-" + of.id().number();
        return trading.shop
                .fulfillmentOrders()
                .hold(ours, of.id(), HoldRequest.of(FulfillmentHold.Reason.UNKNOWN_DELIVERY_DATE, handle))
                .value()
                .fulfillmentOrder();
    }

    private static FulfillmentOrder now(TradingShop trading, FulfillmentOrder of) {
        return trading.shop.fulfillmentOrders().all().find(of.id()).orElseThrow();
    }

    private static boolean isHeld(TradingShop trading, FulfillmentOrder of) {
        var holds = now(trading, of).holds();
        return holds.size() == 1
                && trading.count("""
                        select count(*) from held where state = 'held' and fulfillment_order_id = %d and hold_id = %d
                        """.formatted(
                                        of.id().number(), holds.getFirst().id().number()))
                        == 1;
    }

    private static List<String> setAside(TradingShop trading) {
        return trading.texts("select reason from outbox where state = 'set_aside'");
    }
}
