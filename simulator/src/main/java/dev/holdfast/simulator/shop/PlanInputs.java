package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.SellingPlan.Adjustment;
import dev.holdfast.simulator.shop.state.SellingPlan.BalanceTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Category;
import dev.holdfast.simulator.shop.state.SellingPlan.DeliveryTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The inputs of selling plan mutations, with everything that may be missing or wrong in them. */
public final class PlanInputs {

    private PlanInputs() {}

    /** {@code SellingPlanGroupInput}; null leaves what it says. */
    public record Group(
            @Nullable String name,
            @Nullable String merchantCode,
            @Nullable String description,
            @Nullable String appId,
            @Nullable List<String> options,
            @Nullable Integer position,
            List<Plan> create,
            List<Plan> update,
            List<SellingPlanId> delete) {

        public Group {
            create = List.copyOf(create);
            update = List.copyOf(update);
            delete = List.copyOf(delete);
        }

        public static Group of(String name, Plan... plans) {
            return new Group(name, name, null, null, List.of("When"), null, List.of(plans), List.of(), List.of());
        }

        /** An update that only makes, changes and deletes plans. */
        public static Group plans(List<Plan> create, List<Plan> update, List<SellingPlanId> delete) {
            return new Group(null, null, null, null, null, null, create, update, delete);
        }
    }

    /** {@code SellingPlanInput}. */
    public record Plan(
            @Nullable SellingPlanId id,
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> options,
            @Nullable Integer position,
            @Nullable Category category,
            @Nullable Billing billing,
            @Nullable Delivery delivery,
            @Nullable Reserve reserve,
            @Nullable List<Pricing> pricing) {

        /** A pre-order with one option, named after the plan. */
        public static Plan preOrder(String name, FixedBilling billing, FixedDelivery delivery, Reserve reserve) {
            return new Plan(
                    null,
                    name,
                    null,
                    List.of(name),
                    null,
                    Category.PRE_ORDER,
                    new Billing(billing, null),
                    new Delivery(delivery, null),
                    reserve,
                    null);
        }

        public Plan withId(SellingPlanId other) {
            return new Plan(other, name, description, options, position, category, billing, delivery, reserve, pricing);
        }

        public Plan withPricing(List<Pricing> all) {
            return new Plan(id, name, description, options, position, category, billing, delivery, reserve, all);
        }
    }

    /** {@code SellingPlanBillingPolicyInput}: exactly one of the two. */
    public record Billing(
            @Nullable FixedBilling fixed, @Nullable Recurring recurring) {}

    /** {@code SellingPlanDeliveryPolicyInput}: exactly one of the two. */
    public record Delivery(
            @Nullable FixedDelivery fixed, @Nullable Recurring recurring) {}

    /** {@code SellingPlanFixedBillingPolicyInput}. */
    public record FixedBilling(
            @Nullable Charge charge,
            @Nullable BalanceTrigger trigger,
            @Nullable Instant exactTime,
            @Nullable String timeAfterCheckout) {

        public static FixedBilling inFull() {
            return new FixedBilling(Charge.percent(100), BalanceTrigger.NO_REMAINING_BALANCE, null, null);
        }
    }

    /** {@code SellingPlanFixedDeliveryPolicyInput}. */
    public record FixedDelivery(
            @Nullable DeliveryTrigger trigger, @Nullable Instant exactTime) {

        public static FixedDelivery unknown() {
            return new FixedDelivery(DeliveryTrigger.UNKNOWN, null);
        }
    }

    /** A recurring billing or delivery policy, as far as the simulator keeps it. */
    public record Recurring(
            @Nullable String interval, @Nullable Integer intervalCount) {}

    /**
     * {@code SellingPlanCheckoutChargeInput}.
     *
     * @param type {@code PERCENTAGE} or {@code PRICE}
     * @param fixedValue in the shop's currency
     */
    public record Charge(
            String type,
            @Nullable BigDecimal percentage,
            @Nullable BigDecimal fixedValue) {

        public static Charge percent(int percentage) {
            return new Charge("PERCENTAGE", BigDecimal.valueOf(percentage), null);
        }

        public static Charge price(String decimal) {
            return new Charge("PRICE", null, new BigDecimal(decimal));
        }
    }

    /**
     * {@code SellingPlanPricingPolicyInput}.
     *
     * @param recurring whether it was given as a recurring one
     */
    public record Pricing(
            @Nullable Adjustment adjustment,
            @Nullable BigDecimal percentage,
            @Nullable BigDecimal fixedValue,
            boolean recurring) {}
}
