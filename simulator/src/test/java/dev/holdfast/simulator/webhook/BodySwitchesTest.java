package dev.holdfast.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.PlanInputs;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.shop.state.Accounts.FinancialStatus;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.SellingPlan.BalanceTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.webhook.WebhookSubscription.Wanted;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bodies say, where no sample of Shopify's tells. */
class BodySwitchesTest {

    private HookFixture hooks;

    @BeforeEach
    void open() throws IOException {
        hooks = new HookFixture();
    }

    @AfterEach
    void close() {
        hooks.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_line_sold_with_a_plan_names_it_or_nothing_tells_of_it(boolean names) throws InterruptedException {
        hooks.shop.switches(Switches.usual().with(Switch.ORDER_BODIES_NAME_THE_PLAN, names));
        var plan = buyWithDeposit();
        var body = hooks.receiver.got().getFirst().json();
        var named =
                body.path("line_items").path(0).path("selling_plan_allocation").path("selling_plan");
        assertThat(named.path("id").asLong(0)).isEqualTo(names ? plan.id().number() : 0);
        assertThat(named.path("name").asString("")).isEqualTo(names ? "Deposit" : "");
        assertThat(body.toString().contains("selling_plan")).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_order_whose_deposit_is_paid_is_pending_or_partially_paid(boolean pending) throws InterruptedException {
        hooks.shop.switches(Switches.usual().with(Switch.DEPOSITS_ARE_PENDING_IN_BODIES, pending));

        buyWithDeposit();

        var body = hooks.receiver.got().getFirst().json();
        assertThat(body.path("payment_terms").isNull()).isFalse();
        assertThat(body.path("financial_status").asString()).isEqualTo(pending ? "pending" : "partially_paid");
        var order = hooks.shop.orders().all().all().findFirst().orElseThrow();
        assertThat(order.accounts().status()).isEqualTo(FinancialStatus.PARTIALLY_PAID);
    }

    private SellingPlan buyWithDeposit() throws InterruptedException {
        hooks.subscribe("orders/create");
        var variant = hooks.product("Train").variants().getFirst();
        var billing =
                new PlanInputs.FixedBilling(PlanInputs.Charge.percent(20), BalanceTrigger.ON_FULFILLMENT, null, null);
        var wanted = PlanInputs.Plan.preOrder("Deposit", billing, PlanInputs.FixedDelivery.unknown(), Reserve.ON_SALE);
        var plan = hooks.shop
                .sellingPlans()
                .create(Caller.STAFF, PlanInputs.Group.of("Later", wanted), List.of(), List.of(variant))
                .value()
                .plans()
                .getFirst();
        hooks.shop.checkouts().place(Cart.of(new Cart.Line(variant, 1, plan.id(), List.of())));
        hooks.settle();
        return plan;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_app_without_approval_is_shown_the_buyer_or_not(boolean hides) throws InterruptedException {
        hooks.shop.switches(Switches.usual().with(Switch.BODIES_HIDE_BUYERS_WITHOUT_APPROVAL, hides));
        var uri = hooks.receiver.uri("/curious");
        App curious = hooks.apps.register(
                AppSettings.custom("curious", "hush", URI.create("http://127.0.0.1:9"), Scopes.parse("read_orders"))
                        .withoutProtectedData());
        hooks.apps.on(HookFixture.DOMAIN).install(curious, Scopes.parse("read_orders"));
        hooks.webhooks.subscriptions().configure(curious, List.of(Wanted.of("orders/create", uri)));
        hooks.webhooks
                .subscriptions()
                .configure(hooks.app, List.of(Wanted.of("orders/create", hooks.receiver.uri("/approved"))));
        var home = new Address("Tilda Tour", "1 Toy Street", "Dublin", "D01 1111", null, "IE");
        var buyer = new Cart.Buyer(null, "tilda@example.com", "+35315550100", "en", home);
        var line = Cart.Line.of(hooks.product("Train").variants().getFirst(), 1);

        hooks.shop.checkouts().place(Cart.of(buyer, line));
        hooks.settle();

        assertThat(hooks.receiver.got()).hasSize(2);
        var approved = body("holdfast");
        var shown = body("curious");
        for (String telling : List.of("tilda@example.com", "+35315550100", "Toy Street", "Tilda", "D01 1111")) {
            assertThat(approved).contains(telling);
            assertThat(shown.contains(telling)).as(telling).isEqualTo(!hides);
        }
        assertThat(shown).contains("\"country_code\":\"IE\"").contains("\"sku\":\"Train\"");
    }

    private String body(String clientId) {
        return hooks.webhooks.log().all().stream()
                .filter(each -> each.clientId().equals(clientId))
                .findFirst()
                .orElseThrow()
                .body()
                .text();
    }
}
