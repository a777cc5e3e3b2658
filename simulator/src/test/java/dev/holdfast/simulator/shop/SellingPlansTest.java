package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.PlanInputs.Billing;
import dev.holdfast.simulator.shop.PlanInputs.Charge;
import dev.holdfast.simulator.shop.PlanInputs.Delivery;
import dev.holdfast.simulator.shop.PlanInputs.FixedBilling;
import dev.holdfast.simulator.shop.PlanInputs.FixedDelivery;
import dev.holdfast.simulator.shop.PlanInputs.Pricing;
import dev.holdfast.simulator.shop.PlanInputs.Recurring;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanGroupId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.SellingPlan.Adjustment;
import dev.holdfast.simulator.shop.state.SellingPlan.BalanceTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.DeliveryTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import dev.holdfast.simulator.shop.state.Variant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SellingPlansTest {

    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    private final Shops shops = Shops.open();

    static Stream<Arguments> wrongTerms() {
        Charge half = Charge.percent(50);
        return Stream.of(
                billing(
                        "REMAINING_BALANCE_CHARGE_TRIGGER_ON_FULL_CHECKOUT",
                        Charge.percent(100),
                        BalanceTrigger.ON_FULFILLMENT,
                        null,
                        null),
                billing(
                        "REMAINING_BALANCE_CHARGE_TRIGGER_NO_REMAINING_BALANCE_ON_PARTIAL_PERCENTAGE_CHECKOUT_CHARGE",
                        half,
                        BalanceTrigger.NO_REMAINING_BALANCE,
                        null,
                        null),
                billing(
                        "REMAINING_BALANCE_CHARGE_TRIGGER_NO_REMAINING_BALANCE_ON_PRICE_CHECKOUT_CHARGE",
                        Charge.price("5.00"),
                        BalanceTrigger.NO_REMAINING_BALANCE,
                        null,
                        null),
                billing("REMAINING_BALANCE_CHARGE_EXACT_TIME_REQUIRED", half, BalanceTrigger.EXACT_TIME, null, null),
                billing(
                        "REMAINING_BALANCE_CHARGE_EXACT_TIME_NOT_ALLOWED",
                        half,
                        BalanceTrigger.ON_FULFILLMENT,
                        LATER,
                        null),
                billing(
                        "REMAINING_BALANCE_CHARGE_TIME_AFTER_CHECKOUT_MUST_BE_GREATER_THAN_ZERO",
                        half,
                        BalanceTrigger.TIME_AFTER_CHECKOUT,
                        null,
                        "P0D"),
                billing(
                        "REMAINING_BALANCE_CHARGE_TIME_AFTER_CHECKOUT_MUST_BE_GREATER_THAN_ZERO",
                        half,
                        BalanceTrigger.TIME_AFTER_CHECKOUT,
                        null,
                        "soon"));
    }

    static Stream<Arguments> wrongChargesAndDeliveries() {
        return Stream.of(
                billing(
                        "CHECKOUT_CHARGE_VALUE_AND_TYPE_MUST_MATCH",
                        new Charge("PRICE", BigDecimal.TEN, null),
                        BalanceTrigger.ON_FULFILLMENT,
                        null,
                        null),
                billing(
                        "ONLY_NEED_ONE_CHECKOUT_CHARGE_VALUE",
                        new Charge("PRICE", BigDecimal.TEN, BigDecimal.TEN),
                        BalanceTrigger.ON_FULFILLMENT,
                        null,
                        null),
                billing("LESS_THAN_OR_EQUAL_TO", Charge.percent(101), BalanceTrigger.ON_FULFILLMENT, null, null),
                delivery("FULFILLMENT_EXACT_TIME_REQUIRED", DeliveryTrigger.EXACT_TIME, null),
                delivery("FULFILLMENT_EXACT_TIME_NOT_ALLOWED", DeliveryTrigger.UNKNOWN, LATER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"wrongTerms", "wrongChargesAndDeliveries"})
    void terms_that_contradict_themselves_are_refused(String code, FixedBilling billing, FixedDelivery delivery) {
        var plan = PlanInputs.Plan.preOrder("Later", billing, delivery, Reserve.ON_SALE);

        assertThat(Shops.code(create(PlanInputs.Group.of("Group", plan)))).isEqualTo(code);
    }

    private static Arguments billing(
            String code, Charge charge, BalanceTrigger trigger, @Nullable Instant time, @Nullable String after) {
        return Arguments.of(code, new FixedBilling(charge, trigger, time, after), FixedDelivery.unknown());
    }

    private static Arguments delivery(String code, DeliveryTrigger trigger, @Nullable Instant time) {
        return Arguments.of(code, FixedBilling.inFull(), new FixedDelivery(trigger, time));
    }

    @Test
    void billing_and_delivery_are_of_one_kind_each_and_of_the_same() {
        var fixed = new Billing(FixedBilling.inFull(), null);
        var both = new Billing(FixedBilling.inFull(), new Recurring("MONTH", 1));
        var neither = new Billing(null, null);
        var unknown = new Delivery(FixedDelivery.unknown(), null);

        assertThat(codes(plan(fixed, new Delivery(null, new Recurring("MONTH", 1)))))
                .containsExactly("BILLING_AND_DELIVERY_POLICY_TYPES_MUST_BE_THE_SAME");
        assertThat(codes(plan(both, unknown))).containsExactly("ONLY_ONE_OF_FIXED_OR_RECURRING_BILLING");
        assertThat(codes(plan(neither, unknown))).contains("ONLY_NEED_ONE_BILLING_POLICY_TYPE");
        assertThat(codes(plan(null, unknown))).containsExactly("SELLING_PLAN_BILLING_POLICY_MISSING");
        assertThat(codes(plan(fixed, null))).containsExactly("SELLING_PLAN_DELIVERY_POLICY_MISSING");
        assertThat(codes(plan(
                        new Billing(null, new Recurring("MONTH", 0)), new Delivery(null, new Recurring("MONTH", 1)))))
                .containsExactly("GREATER_THAN");
    }

    @Test
    void a_plan_has_one_fixed_price_at_most_whose_value_fits_its_kind() {
        var percent = new Pricing(Adjustment.PERCENTAGE, BigDecimal.TEN, null, false);
        var mismatch = new Pricing(Adjustment.PRICE, BigDecimal.TEN, null, false);
        var recurring = new Pricing(Adjustment.PERCENTAGE, BigDecimal.TEN, null, true);

        assertThat(codes(priced(percent, percent))).containsExactly("SELLING_PLAN_FIXED_PRICING_POLICIES_LIMIT");
        assertThat(codes(priced(percent, recurring, recurring))).containsExactly("SELLING_PLAN_PRICING_POLICIES_LIMIT");
        assertThat(codes(priced(recurring)))
                .containsExactly("SELLING_PLAN_PRICING_POLICIES_MUST_CONTAIN_A_FIXED_PRICING_POLICY");
        assertThat(codes(priced(mismatch))).containsExactly("PRICING_POLICY_ADJUSTMENT_VALUE_AND_TYPE_MUST_MATCH");
    }

    @Test
    void a_group_has_a_name_and_one_to_thirty_one_plans_that_differ() {
        assertThat(codes(PlanInputs.Group.of("", named("a")))).containsExactly("BLANK");
        assertThat(codes(PlanInputs.Group.of("Group"))).containsExactly("SELLING_PLAN_COUNT_LOWER_BOUND");
        List<PlanInputs.Plan> many = new ArrayList<>();
        for (int plan = 0; plan < 32; plan++) {
            many.add(named("plan " + plan));
        }
        assertThat(codes(PlanInputs.Group.of("Group", many.toArray(new PlanInputs.Plan[0]))))
                .containsExactly("SELLING_PLAN_COUNT_UPPER_BOUND");
        assertThat(codes(PlanInputs.Group.of("Group", named("a"), named("a"))))
                .containsExactly("SELLING_PLAN_DUPLICATE_NAME", "SELLING_PLAN_DUPLICATE_OPTIONS");
    }

    @Test
    void plans_are_changed_deleted_and_made_by_one_update() {
        SellingPlanGroup group =
                create(PlanInputs.Group.of("Group", named("a"), named("b"))).value();
        SellingPlanId first = group.plans().getFirst().id();
        SellingPlanId second = group.plans().getLast().id();

        var updated = shops.shop
                .sellingPlans()
                .update(
                        group.id(),
                        PlanInputs.Group.plans(
                                List.of(named("c")), List.of(named("a2").withId(first)), List.of(second)))
                .value();

        assertThat(updated.deleted()).containsExactly(second);
        assertThat(updated.group().plans()).extracting(plan -> plan.name()).containsExactly("a2", "c");
        assertThat(updated.group().plans().getFirst().id()).isEqualTo(first);
        assertThat(shops.topicsSince(0)).contains(Topic.SELLING_PLAN_GROUPS_UPDATE);
    }

    @Test
    void updates_name_what_is_not_there() {
        SellingPlanGroup group =
                create(PlanInputs.Group.of("Group", named("a"))).value();
        var plans = shops.shop.sellingPlans();
        SellingPlanId none = new SellingPlanId(1);

        assertThat(Shops.code(plans.update(new SellingPlanGroupId(1), PlanInputs.Group.of("x"))))
                .isEqualTo("GROUP_DOES_NOT_EXIST");
        assertThat(Shops.code(plans.update(
                        group.id(),
                        PlanInputs.Group.plans(List.of(), List.of(named("b").withId(none)), List.of()))))
                .isEqualTo("PLAN_DOES_NOT_EXIST");
        assertThat(Shops.code(
                        plans.update(group.id(), PlanInputs.Group.plans(List.of(), List.of(named("b")), List.of()))))
                .isEqualTo("PLAN_ID_MUST_BE_SPECIFIED_TO_UPDATE");
        assertThat(Shops.code(plans.update(
                        group.id(),
                        PlanInputs.Group.plans(
                                List.of(),
                                List.of(),
                                List.of(group.plans().getFirst().id())))))
                .isEqualTo("SELLING_PLAN_COUNT_LOWER_BOUND");
        assertThat(Shops.code(plans.addVariants(group.id(), List.of(new ProductVariantId(1)))))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void a_plan_applies_to_the_variants_and_products_of_its_group() {
        Variant variant = shops.variant(InventoryPolicy.CONTINUE, 0);
        SellingPlanGroup group =
                create(PlanInputs.Group.of("Group", named("a"))).value();
        SellingPlanId plan = group.plans().getFirst().id();
        var plans = shops.shop.sellingPlans();
        assertThat(plans.planFor(variant, plan)).isEmpty();

        plans.addVariants(group.id(), List.of(variant.id())).value();
        assertThat(plans.planFor(variant, plan)).isPresent();
        assertThat(Shops.code(plans.addVariants(group.id(), List.of(variant.id()))))
                .isEqualTo("TAKEN");
        assertThat(plans.removeVariants(group.id(), List.of(variant.id(), new ProductVariantId(1)))
                        .value())
                .containsExactly(variant.id());
        assertThat(plans.planFor(variant, plan)).isEmpty();

        plans.addProducts(group.id(), List.of(variant.product())).value();
        assertThat(plans.groupsOf(variant)).extracting(SellingPlanGroup::id).containsExactly(group.id());
        plans.delete(group.id()).value();
        assertThat(plans.groupsOf(variant)).isEmpty();
    }

    @Test
    void the_plans_price_is_what_the_buyer_pays() {
        Variant variant = shops.variant(InventoryPolicy.CONTINUE, 0);
        var cheaper = named("a").withPricing(List.of(new Pricing(Adjustment.PERCENTAGE, BigDecimal.TEN, null, false)));
        SellingPlanGroup group = shops.shop
                .sellingPlans()
                .create(Shops.APP, PlanInputs.Group.of("Group", cheaper), List.of(), List.of(variant.id()))
                .value();

        Order order = shops.buy(
                Cart.of(Cart.Line.of(variant.id(), 2, group.plans().getFirst().id())));

        assertThat(order.lines().getFirst().sale().unitPriceMinor()).isEqualTo(900);
        assertThat(order.accounts().currentSubtotal()).isEqualTo(1800);
    }

    private static PlanInputs.Plan named(String name) {
        return PlanInputs.Plan.preOrder(name, FixedBilling.inFull(), FixedDelivery.unknown(), Reserve.ON_SALE);
    }

    private static PlanInputs.Group plan(@Nullable Billing billing, @Nullable Delivery delivery) {
        return PlanInputs.Group.of(
                "Group", new PlanInputs.Plan(null, "a", null, List.of("a"), null, null, billing, delivery, null, null));
    }

    private static PlanInputs.Group priced(Pricing... pricing) {
        return PlanInputs.Group.of("Group", named("a").withPricing(List.of(pricing)));
    }

    private List<String> codes(PlanInputs.Group group) {
        return create(group).errors().stream()
                .map(error -> String.valueOf(error.code()))
                .toList();
    }

    private Result<SellingPlanGroup> create(PlanInputs.Group group) {
        return shops.shop.sellingPlans().create(Shops.APP, group, List.of(), List.of());
    }
}
