package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.SellingPlan.BalanceTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.DeliveryTrigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;

/** The rules between what a plan charges, when it charges the rest and when it delivers. */
final class PlanBillingChecks {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final Currency currency;

    PlanBillingChecks(Currency currency) {
        this.currency = currency;
    }

    void check(PlanInputs.Plan plan, String path, List<UserError> errors) {
        PlanInputs.Billing billing = plan.billing();
        PlanInputs.Delivery delivery = plan.delivery();
        if (billing != null) {
            kinds(billing.fixed() != null, billing.recurring() != null, path + ".billingPolicy", errors);
        }
        if (delivery != null) {
            kinds(delivery.fixed() != null, delivery.recurring() != null, path + ".deliveryPolicy", errors);
        }
        if (billing != null && delivery != null && (billing.fixed() != null) != (delivery.fixed() != null)) {
            errors.add(UserError.at(
                    path,
                    "billing and delivery policy types must be the same.",
                    "BILLING_AND_DELIVERY_POLICY_TYPES_MUST_BE_THE_SAME"));
        }
        if (billing != null && billing.fixed() != null) {
            charge(billing.fixed(), path + ".billingPolicy.fixed", errors);
            balance(billing.fixed(), path + ".billingPolicy.fixed", errors);
        }
        if (billing != null && billing.recurring() != null) {
            recurring(billing.recurring(), path + ".billingPolicy.recurring", errors);
        }
        if (delivery != null && delivery.fixed() != null) {
            delivery(delivery.fixed(), path + ".deliveryPolicy.fixed", errors);
        }
        if (delivery != null && delivery.recurring() != null) {
            recurring(delivery.recurring(), path + ".deliveryPolicy.recurring", errors);
        }
    }

    private static void kinds(boolean fixed, boolean recurring, String path, List<UserError> errors) {
        boolean isBilling = path.endsWith("billingPolicy");
        if (fixed && recurring) {
            errors.add(UserError.at(
                    path.substring(0, path.lastIndexOf('.')),
                    "Only one of fixed or recurring " + (isBilling ? "billing" : "delivery") + " policy is allowed",
                    isBilling ? "ONLY_ONE_OF_FIXED_OR_RECURRING_BILLING" : "ONLY_ONE_OF_FIXED_OR_RECURRING_DELIVERY"));
        } else if (!fixed && !recurring) {
            errors.add(UserError.at(
                    path,
                    "One of fixed or recurring must be present",
                    isBilling ? "ONLY_NEED_ONE_BILLING_POLICY_TYPE" : "ONLY_NEED_ONE_DELIVERY_POLICY_TYPE"));
        }
    }

    private static void recurring(PlanInputs.Recurring policy, String path, List<UserError> errors) {
        if (policy.intervalCount() == null || policy.intervalCount() < 1) {
            errors.add(UserError.at(path + ".intervalCount", "Interval count must be greater than 0", "GREATER_THAN"));
        }
    }

    private void charge(PlanInputs.FixedBilling billing, String path, List<UserError> errors) {
        PlanInputs.Charge charge = billing.charge();
        if (charge == null) {
            return;
        }
        String field = path + ".checkoutCharge";
        if (charge.percentage() != null && charge.fixedValue() != null) {
            errors.add(UserError.at(
                    field + ".value",
                    "Only one of percentage or fixed value is allowed",
                    "ONLY_NEED_ONE_CHECKOUT_CHARGE_VALUE"));
            return;
        }
        boolean matches =
                charge.type().equals("PERCENTAGE") ? charge.percentage() != null : charge.fixedValue() != null;
        if (!matches) {
            errors.add(UserError.at(
                    field, "Checkout charge value and type must match", "CHECKOUT_CHARGE_VALUE_AND_TYPE_MUST_MATCH"));
            return;
        }
        BigDecimal percentage = charge.percentage();
        if (percentage != null && percentage.signum() < 0) {
            errors.add(UserError.at(
                    field + ".value.percentage", "Percentage must be at least 0", "GREATER_THAN_OR_EQUAL_TO"));
        } else if (percentage != null && percentage.compareTo(FULL) > 0) {
            errors.add(UserError.at(
                    field + ".value.percentage", "Percentage must be at most 100", "LESS_THAN_OR_EQUAL_TO"));
        }
        BigDecimal price = charge.fixedValue();
        if (price != null && !isAmount(price)) {
            errors.add(UserError.at(field + ".value.fixedValue", "Fixed value is not a valid amount", "INVALID"));
        }
    }

    /** Whether it is an amount of the shop's currency and not below zero. */
    boolean isAmount(BigDecimal decimal) {
        return decimal.signum() >= 0 && decimal.stripTrailingZeros().scale() <= currency.getDefaultFractionDigits();
    }

    private static void balance(PlanInputs.FixedBilling billing, String path, List<UserError> errors) {
        BalanceTrigger trigger = billing.trigger();
        if (trigger == null) {
            errors.add(UserError.at(
                    path + ".remainingBalanceChargeTrigger",
                    "Remaining balance charge trigger can't be blank",
                    "BLANK"));
            return;
        }
        exactTime(billing, trigger, path, errors);
        if (trigger == BalanceTrigger.TIME_AFTER_CHECKOUT && !isPositive(billing.timeAfterCheckout())) {
            errors.add(UserError.at(
                    path + ".remainingBalanceChargeTimeAfterCheckout",
                    "Remaining balance charge time after checkout must be greater than 0",
                    "REMAINING_BALANCE_CHARGE_TIME_AFTER_CHECKOUT_MUST_BE_GREATER_THAN_ZERO"));
        }
        PlanInputs.Charge charge = billing.charge();
        BigDecimal percentage = charge == null ? FULL : charge.percentage();
        boolean none = trigger == BalanceTrigger.NO_REMAINING_BALANCE;
        String field = path + ".remainingBalanceChargeTrigger";
        if (percentage != null && percentage.compareTo(FULL) == 0 && !none) {
            errors.add(UserError.at(
                    field,
                    "Remaining balance charge trigger must be NO_REMAINING_BALANCE when the checkout charge is 100%",
                    "REMAINING_BALANCE_CHARGE_TRIGGER_ON_FULL_CHECKOUT"));
        } else if (percentage != null && percentage.compareTo(FULL) < 0 && none) {
            errors.add(UserError.at(
                    field,
                    "Remaining balance charge trigger can't be NO_REMAINING_BALANCE when the checkout charge "
                            + "percentage is less than 100%",
                    "REMAINING_BALANCE_CHARGE_TRIGGER_NO_REMAINING_BALANCE_ON_PARTIAL_PERCENTAGE_CHECKOUT_CHARGE"));
        } else if (charge != null && charge.fixedValue() != null && none) {
            errors.add(UserError.at(
                    field,
                    "Remaining balance charge trigger can't be NO_REMAINING_BALANCE when the checkout charge is a price",
                    "REMAINING_BALANCE_CHARGE_TRIGGER_NO_REMAINING_BALANCE_ON_PRICE_CHECKOUT_CHARGE"));
        }
    }

    private static void exactTime(
            PlanInputs.FixedBilling billing, BalanceTrigger trigger, String path, List<UserError> errors) {
        boolean exact = trigger == BalanceTrigger.EXACT_TIME;
        if (exact == (billing.exactTime() != null)) {
            return;
        }
        errors.add(UserError.at(
                path + ".remainingBalanceChargeExactTime",
                exact
                        ? "Remaining balance charge exact time is required"
                        : "Remaining balance charge exact time is not allowed",
                exact
                        ? "REMAINING_BALANCE_CHARGE_EXACT_TIME_REQUIRED"
                        : "REMAINING_BALANCE_CHARGE_EXACT_TIME_NOT_ALLOWED"));
    }

    private static void delivery(PlanInputs.FixedDelivery delivery, String path, List<UserError> errors) {
        boolean exact = delivery.trigger() == DeliveryTrigger.EXACT_TIME;
        if (exact == (delivery.exactTime() != null)) {
            return;
        }
        errors.add(UserError.at(
                path + ".fulfillmentExactTime",
                exact ? "Fulfillment exact time is required" : "Fulfillment exact time is not allowed",
                exact ? "FULFILLMENT_EXACT_TIME_REQUIRED" : "FULFILLMENT_EXACT_TIME_NOT_ALLOWED"));
    }

    private static boolean isPositive(@org.jspecify.annotations.Nullable String duration) {
        if (duration == null) {
            return false;
        }
        try {
            return Duration.parse(duration).isPositive();
        } catch (DateTimeParseException notIso) {
            return false;
        }
    }
}
