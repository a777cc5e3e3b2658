package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.CheckoutResult.Reason;
import dev.holdfast.simulator.shop.CheckoutResult.Refused;
import dev.holdfast.simulator.shop.CheckoutResult.Shortage;
import dev.holdfast.simulator.shop.PlanInputs.FixedBilling;
import dev.holdfast.simulator.shop.PlanInputs.FixedDelivery;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.SellingPlan.DeliveryTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutTest {

    private static final FixedBilling FULL = FixedBilling.inFull();

    @ParameterizedTest
    @CsvSource({"DENY,5,5,true", "DENY,5,6,false", "DENY,0,1,false", "CONTINUE,0,1,true", "CONTINUE,-3,4,true"})
    void policy_decides_what_is_sold(InventoryPolicy policy, int available, int wanted, boolean sold) {
        Shops shops = Shops.open();
        Variant variant = shops.variant(policy, available);

        CheckoutResult result = shops.shop.checkouts().place(Cart.of(Cart.Line.of(variant.id(), wanted)));

        assertThat(result instanceof Placed).isEqualTo(sold);
        assertThat(shops.stock(variant).available()).isEqualTo(sold ? available - wanted : available);
        assertThat(shops.stock(variant).committed()).isEqualTo(sold ? wanted : 0);
        assertThat(shops.stock(variant).onHand()).isEqualTo(available);
    }

    @Test
    void a_refusal_names_each_line_that_is_short_and_takes_nothing() {
        Shops shops = Shops.open();
        Variant plenty = shops.variant(InventoryPolicy.DENY, 9);
        Variant scarce = shops.variant(InventoryPolicy.DENY, 3);
        Cart cart = Cart.of(Cart.Line.of(plenty.id(), 1), Cart.Line.of(scarce.id(), 2), Cart.Line.of(scarce.id(), 2));

        CheckoutResult result = shops.shop.checkouts().place(cart);

        assertThat(result)
                .isEqualTo(new Refused(
                        Reason.SOLD_OUT,
                        "Some items are no longer available",
                        List.of(new Shortage(2, scarce.id(), 2, 1))));
        assertThat(shops.stock(plenty).available()).isEqualTo(9);
        assertThat(shops.shop.orders().all().size()).isZero();
    }

    @Test
    void an_untracked_variant_is_never_short_and_never_counted() {
        Shops shops = Shops.open();
        Variant variant = shops.variant(InventoryPolicy.DENY, 0);
        var untracked = new VariantUpdates.Change(variant.id(), null, null, null, null, null, false, List.of(), false);
        shops.shop
                .variantUpdates()
                .update(variant.product(), List.of(untracked), false)
                .value();

        shops.buy(variant, 3);

        assertThat(shops.stock(variant).available()).isZero();
        assertThat(shops.stock(variant).committed()).isZero();
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @Test
    void one_location_that_has_everything_is_preferred_to_two() {
        Shops shops = Shops.open();
        LocationId there = shops.secondLocation("Warehouse");
        Variant one = shops.variant(InventoryPolicy.DENY, Map.of(shops.here, 5, there, 5));
        Variant other = shops.variant(InventoryPolicy.DENY, Map.of(shops.here, 0, there, 5));

        Order order = shops.buy(Cart.of(Cart.Line.of(one.id(), 1), Cart.Line.of(other.id(), 1)));

        assertThat(shops.onlyFulfillmentOrder(order).location()).isEqualTo(there);
        assertThat(shops.stock(one, there).committed()).isEqualTo(1);
    }

    @Test
    void units_that_no_location_has_alone_come_from_several() {
        Shops shops = Shops.open();
        LocationId there = shops.secondLocation("Warehouse");
        Variant variant = shops.variant(InventoryPolicy.DENY, Map.of(shops.here, 2, there, 3));

        Order order = shops.buy(variant, 4);

        assertThat(shops.shop.fulfillmentOrders().ofOrder(order.id()))
                .extracting(FulfillmentOrder::remaining)
                .containsExactly(2, 2);
        assertThat(shops.stock(variant, there).available()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_negative_level_counts_against_others_or_not(boolean counts) {
        Shops shops = Shops.with(Switch.NEGATIVE_LEVELS_COUNT, counts);
        LocationId there = shops.secondLocation("On order");
        Variant variant = shops.variant(InventoryPolicy.DENY, Map.of(shops.here, 3, there, -2));

        CheckoutResult result = shops.shop.checkouts().place(Cart.of(Cart.Line.of(variant.id(), 3)));

        assertThat(result instanceof Placed).isEqualTo(!counts);
        assertThat(shops.shop.catalog().sellableOnlineQuantity(variant)).isEqualTo(counts ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void units_reserved_on_fulfillment_are_committed_or_not(boolean commits) {
        Shops shops = Shops.with(Switch.RESERVE_ON_FULFILLMENT_COMMITS_AT_ORDER, commits);
        Variant variant = shops.variant(InventoryPolicy.CONTINUE, 5);
        SellingPlanId plan =
                shops.plan(variant, FULL, new FixedDelivery(DeliveryTrigger.ASAP, null), Reserve.ON_FULFILLMENT);

        Order order = shops.buy(Cart.of(Cart.Line.of(variant.id(), 2, plan)));

        assertThat(shops.stock(variant).available()).isEqualTo(commits ? 3 : 5);
        assertThat(shops.stock(variant).committed()).isEqualTo(commits ? 2 : 0);
        shops.shop.staff().shipAll(order.id());
        assertThat(shops.stock(variant).available()).isEqualTo(3);
        assertThat(shops.stock(variant).onHand()).isEqualTo(3);
        assertThat(shops.shop.truth().contradictions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void units_reserved_on_fulfillment_are_checked_or_not(boolean checked) {
        Shops shops = Shops.with(Switch.RESERVE_ON_FULFILLMENT_IS_CHECKED, checked);
        Variant variant = shops.variant(InventoryPolicy.DENY, 0);
        SellingPlanId plan = shops.plan(variant, FULL, FixedDelivery.unknown(), Reserve.ON_FULFILLMENT);

        CheckoutResult result = shops.shop.checkouts().place(Cart.of(Cart.Line.of(variant.id(), 1, plan)));

        assertThat(result instanceof Placed).isEqualTo(!checked);
    }

    @Test
    void shipping_is_one_flat_rate_within_a_group_and_adds_up_over_groups() {
        Shops shops = Shops.open();
        LocationId together = shops.secondLocation("Same group");
        LocationId apart = shops.shop
                .locations()
                .add("Other group", dev.holdfast.simulator.shop.state.Address.inCountry("IE"), true)
                .value()
                .id();
        var profile = shops.shop.deliveryProfiles().all().all().findFirst().orElseThrow();
        var group = new DeliveryProfiles.NewGroup(List.of(apart), "Slow", 700);
        shops.shop
                .deliveryProfiles()
                .update(
                        profile.id(),
                        new DeliveryProfiles.Change(null, List.of(group), List.of(), List.of(), List.of(), List.of()))
                .value();
        Variant here = shops.variant(InventoryPolicy.DENY, 5);
        Variant there = shops.variant(InventoryPolicy.DENY, Map.of(together, 5));
        Variant far = shops.variant(InventoryPolicy.DENY, Map.of(apart, 5));

        assertThat(shipping(shops, here, there)).isEqualTo(500);
        assertThat(shipping(shops, here, far)).isEqualTo(1200);
        assertThat(shipping(shops, far, far)).isEqualTo(700);
    }

    private static long shipping(Shops shops, Variant one, Variant other) {
        return shops.buy(Cart.of(Cart.Line.of(one.id(), 1), Cart.Line.of(other.id(), 1))).shipping().stream()
                .mapToLong(line -> line.priceMinor())
                .sum();
    }

    @Test
    void an_amount_off_is_spread_to_the_cent() {
        Shops shops = Shops.open();
        shops.shop.checkouts().offer(Discount.amount("TEN", 1000));
        Variant one = shops.variant(InventoryPolicy.DENY, 9);
        Cart cart = Cart.of(Cart.Line.of(one.id(), 1), Cart.Line.of(one.id(), 1), Cart.Line.of(one.id(), 1))
                .withDiscounts("TEN");

        Order order = shops.buy(cart);

        assertThat(order.lines())
                .extracting(line -> line.sale().discountMinor())
                .containsExactly(333L, 334L, 333L);
        assertThat(order.accounts().currentTotal()).isEqualTo(2000 + 500);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_late_payment_oversells_or_comes_too_late(boolean ignoresPolicy) {
        Shops shops = Shops.with(Switch.LATE_PAYMENTS_IGNORE_POLICY, ignoresPolicy);
        Variant variant = shops.variant(InventoryPolicy.DENY, 1);
        Cart late = Cart.of(Cart.Line.of(variant.id(), 1)).with(Cart.Payment.late(Duration.ofMinutes(10)));

        var away = (CheckoutResult.Away) shops.shop.checkouts().place(late);
        assertThat(shops.shop.checkouts().late(away.token())).isEmpty();
        shops.buy(variant, 1);
        shops.pass(Duration.ofMinutes(10));

        assertThat(shops.shop.checkouts().late(away.token()).orElseThrow() instanceof Placed)
                .isEqualTo(ignoresPolicy);
        assertThat(shops.stock(variant).available()).isEqualTo(ignoresPolicy ? -1 : 0);
    }

    @Test
    void amounts_in_the_buyers_currency_follow_the_rate_of_the_day() {
        Currency yen = Currency.getInstance("JPY");
        Shops shops = Shops.sellingIn(yen, "160.5");
        Variant variant = shops.variant(InventoryPolicy.DENY, 1);

        Order order = shops.buy(Cart.of(Cart.Line.of(variant.id(), 1)).with(yen));

        assertThat(order.placement().presentmentMoney(1999).amount()).isEqualByComparingTo("3208");
        assertThat(order.placement().shopMoney(1999).amount()).isEqualByComparingTo("19.99");
    }

    @Test
    void what_cannot_be_bought_is_refused_with_its_reason() {
        Shops shops = Shops.open();
        Variant variant = shops.variant(InventoryPolicy.DENY, 5);
        Variant other = shops.variant(InventoryPolicy.DENY, 5);
        SellingPlanId plan = shops.plan(other, FULL, FixedDelivery.unknown(), Reserve.ON_SALE);

        assertThat(reason(shops, Cart.of())).isEqualTo(Reason.EMPTY);
        assertThat(reason(shops, Cart.of(Cart.Line.of(variant.id(), 1, plan)))).isEqualTo(Reason.PLAN_NOT_OFFERED);
        assertThat(reason(shops, Cart.of(Cart.Line.of(variant.id(), 1)).withDiscounts("NO")))
                .isEqualTo(Reason.DISCOUNT_UNKNOWN);
        assertThat(reason(
                        shops,
                        Cart.of(Cart.Line.of(variant.id(), 1)).with(Cart.Payment.of(Cart.Payment.Outcome.DECLINED))))
                .isEqualTo(Reason.PAYMENT_DECLINED);
        shops.shop
                .catalog()
                .update(variant.product(), new Catalog.ProductChange(null, null, true, null))
                .value();
        assertThat(reason(shops, Cart.of(Cart.Line.of(variant.id(), 1)))).isEqualTo(Reason.PLAN_REQUIRED);
        shops.shop.catalog().delete(variant.product()).value();
        assertThat(reason(shops, Cart.of(Cart.Line.of(variant.id(), 1)))).isEqualTo(Reason.VARIANT_NOT_SOLD);
    }

    private static Reason reason(Shops shops, Cart cart) {
        return ((Refused) shops.shop.checkouts().place(cart)).reason();
    }
}
