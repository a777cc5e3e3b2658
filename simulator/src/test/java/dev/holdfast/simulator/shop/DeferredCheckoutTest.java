package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.PlanInputs.FixedBilling;
import dev.holdfast.simulator.shop.PlanInputs.FixedDelivery;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Accounts.FinancialStatus;
import dev.holdfast.simulator.shop.state.FulfillmentHold;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.PaymentTerms;
import dev.holdfast.simulator.shop.state.SellingPlan.BalanceTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.DeliveryTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeferredCheckoutTest {

    private static final FixedBilling FULL = FixedBilling.inFull();

    @Test
    void fulfillment_orders_come_after_a_while_and_not_before() {
        Shops shops = Shops.open();
        Variant variant = shops.variant(InventoryPolicy.DENY, 1);
        var placed = (Placed) shops.shop.checkouts().place(Cart.of(Cart.Line.of(variant.id(), 1)));
        Order order = placed.order();

        shops.pass(shops.shop.switches().routing().minusMillis(1));
        assertThat(shops.shop.fulfillmentOrders().ofOrder(order.id())).isEmpty();
        assertThat(shops.stock(variant).committed()).isEqualTo(1);

        shops.pass(Duration.ofMillis(1));
        assertThat(shops.onlyFulfillmentOrder(order).status()).isEqualTo(FulfillmentOrder.Status.OPEN);
        assertThat(shops.topicsSince(0)).contains(Topic.FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_plan_of_unknown_date_arrives_held_by_shopify_or_open(boolean held) {
        Shops shops = Shops.with(Switch.UNKNOWN_DATE_ARRIVES_HELD, held);
        Variant variant = shops.variant(InventoryPolicy.CONTINUE, 0);
        SellingPlanId plan = shops.plan(variant, FULL, FixedDelivery.unknown(), Reserve.ON_SALE);

        FulfillmentOrder arrived = shops.onlyFulfillmentOrder(shops.buy(Cart.of(Cart.Line.of(variant.id(), 1, plan))));

        assertThat(arrived.status()).isEqualTo(held ? FulfillmentOrder.Status.ON_HOLD : FulfillmentOrder.Status.OPEN);
        assertThat(arrived.holds()).hasSize(held ? 1 : 0);
        assertThat(arrived.holds()).allSatisfy(hold -> {
            assertThat(hold.reason()).isEqualTo(FulfillmentHold.Reason.UNKNOWN_DELIVERY_DATE);
            assertThat(hold.app()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_plan_with_an_exact_time_arrives_scheduled_and_opens_then_or_arrives_open(boolean scheduled) {
        Shops shops = Shops.with(Switch.EXACT_TIME_ARRIVES_SCHEDULED, scheduled);
        Instant time = Shops.START.plus(Duration.ofDays(3));
        Variant variant = shops.variant(InventoryPolicy.CONTINUE, 0);
        SellingPlanId plan =
                shops.plan(variant, FULL, new FixedDelivery(DeliveryTrigger.EXACT_TIME, time), Reserve.ON_SALE);

        FulfillmentOrder arrived = shops.onlyFulfillmentOrder(shops.buy(Cart.of(Cart.Line.of(variant.id(), 1, plan))));

        assertThat(arrived.status())
                .isEqualTo(scheduled ? FulfillmentOrder.Status.SCHEDULED : FulfillmentOrder.Status.OPEN);
        shops.shop.clock().advanceTo(time);
        assertThat(shops.now(arrived).status()).isEqualTo(FulfillmentOrder.Status.OPEN);
        assertThat(shops.topicsSince(0).contains(Topic.FULFILLMENT_ORDERS_SCHEDULED_FULFILLMENT_ORDER_READY))
                .isEqualTo(scheduled);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_wallet_takes_a_line_with_a_plan_or_sends_its_buyer_to_checkout(boolean takes) {
        Shops shops = Shops.with(Switch.EXPRESS_PAYMENT_TAKES_PLANS, takes);
        Variant variant = shops.variant(InventoryPolicy.CONTINUE, 0);
        SellingPlanId plan = shops.plan(variant, FULL, FixedDelivery.unknown(), Reserve.ON_SALE);
        Cart planned = Cart.of(Cart.Line.of(variant.id(), 1, plan)).with(Cart.Payment.EXPRESS);
        Cart plain = Cart.of(Cart.Line.of(variant.id(), 1)).with(Cart.Payment.EXPRESS);

        CheckoutResult result = shops.shop.checkouts().place(planned);

        if (takes) {
            assertThat(result).isInstanceOf(CheckoutResult.Placed.class);
        } else {
            assertThat(((CheckoutResult.Refused) result).reason()).isEqualTo(CheckoutResult.Reason.PLAN_NEEDS_CHECKOUT);
        }
        assertThat(shops.shop.checkouts().place(plain)).isInstanceOf(CheckoutResult.Placed.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deposits_are_summed_and_shipping_is_charged_with_them_or_later(boolean withDeposit) {
        Shops shops = Shops.with(Switch.SHIPPING_IS_CHARGED_AT_CHECKOUT, withDeposit);
        Instant due = Shops.START.plus(Duration.ofDays(30));
        Variant half = shops.variant(InventoryPolicy.CONTINUE, 0);
        Variant fixed = shops.variant(InventoryPolicy.CONTINUE, 0);
        SellingPlanId percent = shops.plan(
                half,
                new FixedBilling(PlanInputs.Charge.percent(30), BalanceTrigger.EXACT_TIME, due, null),
                FixedDelivery.unknown(),
                Reserve.ON_SALE);
        SellingPlanId price = shops.plan(
                fixed,
                new FixedBilling(PlanInputs.Charge.price("2.50"), BalanceTrigger.TIME_AFTER_CHECKOUT, null, "P14D"),
                FixedDelivery.unknown(),
                Reserve.ON_SALE);

        Order order = shops.buy(Cart.of(Cart.Line.of(half.id(), 1, percent), Cart.Line.of(fixed.id(), 2, price)));

        assertThat(order.accounts().currentTotal()).isEqualTo(3500);
        assertThat(order.accounts().received()).isEqualTo(withDeposit ? 300 + 500 + 500 : 300 + 500);
        assertThat(order.accounts().status()).isEqualTo(FinancialStatus.PARTIALLY_PAID);
        assertThat(order.terms()).isNotNull().satisfies(terms -> {
            assertThat(terms.type()).isEqualTo(PaymentTerms.Type.FIXED);
            assertThat(terms.schedules().getFirst().dueAt()).isEqualTo(Shops.START.plus(Duration.ofDays(14)));
            assertThat(terms.schedules().getFirst().balanceMinor())
                    .isEqualTo(order.accounts().outstanding());
        });
        assertThat(order.mandates()).hasSize(1);
    }

    @Test
    void a_line_due_on_fulfillment_wins_over_dates_and_is_due_from_the_first_parcel_on() {
        Shops shops = Shops.open();
        Variant dated = shops.variant(InventoryPolicy.CONTINUE, 0);
        Variant late = shops.variant(InventoryPolicy.CONTINUE, 0);
        FixedDelivery asap = new FixedDelivery(DeliveryTrigger.ASAP, null);
        SellingPlanId byDate = shops.plan(
                dated,
                new FixedBilling(PlanInputs.Charge.percent(0), BalanceTrigger.TIME_AFTER_CHECKOUT, null, "P1D"),
                asap,
                Reserve.ON_SALE);
        SellingPlanId onFulfillment = shops.plan(
                late,
                new FixedBilling(PlanInputs.Charge.percent(10), BalanceTrigger.ON_FULFILLMENT, null, null),
                asap,
                Reserve.ON_SALE);

        Order order =
                shops.buy(Cart.of(Cart.Line.of(dated.id(), 1, byDate), Cart.Line.of(late.id(), 1, onFulfillment)));
        assertThat(order.terms()).isNotNull().satisfies(terms -> {
            assertThat(terms.type()).isEqualTo(PaymentTerms.Type.FULFILLMENT);
            assertThat(terms.due(shops.shop.clock().now())).isFalse();
        });

        shops.shop.staff().shipAll(order.id());
        shops.pass(Duration.ofSeconds(1));
        assertThat(shops.now(order).terms())
                .isNotNull()
                .satisfies(
                        terms -> assertThat(terms.due(shops.shop.clock().now())).isTrue());
        assertThat(shops.topicsSince(0)).contains(Topic.PAYMENT_SCHEDULES_DUE);
    }
}
