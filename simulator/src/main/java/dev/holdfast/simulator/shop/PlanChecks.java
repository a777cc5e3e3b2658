package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.SellingPlan.Adjustment;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for groups and plans, as user errors with the schema's codes. */
final class PlanChecks {

    private static final int MOST_PLANS = 31;
    private static final int MOST_OPTIONS = 3;

    private final PlanBillingChecks billing;

    PlanChecks(Currency currency) {
        this.billing = new PlanBillingChecks(currency);
    }

    List<UserError> creation(PlanInputs.Group input) {
        List<UserError> errors = new ArrayList<>();
        if (input.name() == null || input.name().isBlank()) {
            errors.add(UserError.at("input.name", "Name can't be blank", "BLANK"));
        }
        group(input, errors);
        for (int at = 0; at < input.create().size(); at++) {
            plan(input.create().get(at), "create", at, errors);
        }
        duplicates(input.create(), List.of(), errors);
        count(input.create().size(), errors);
        return errors;
    }

    List<UserError> update(SellingPlanGroup before, PlanInputs.Group input) {
        List<UserError> errors = new ArrayList<>();
        group(input, errors);
        List<SellingPlan> left = new ArrayList<>(before.plans());
        for (int at = 0; at < input.update().size(); at++) {
            PlanInputs.Plan plan = input.update().get(at);
            String path = "input.sellingPlansToUpdate." + at;
            if (plan.id() == null) {
                errors.add(UserError.at(
                        path + ".id",
                        "Id must be specificed to update a Selling Plan.",
                        "PLAN_ID_MUST_BE_SPECIFIED_TO_UPDATE"));
            } else if (!left.removeIf(each -> each.id().equals(plan.id()))) {
                errors.add(UserError.at(path + ".id", "Selling plan does not exist.", "PLAN_DOES_NOT_EXIST"));
            }
            plan(plan, "update", at, errors);
        }
        for (int at = 0; at < input.create().size(); at++) {
            plan(input.create().get(at), "create", at, errors);
        }
        deletions(before, input, errors);
        left.removeIf(each -> input.delete().contains(each.id()));
        List<PlanInputs.Plan> named = new ArrayList<>(input.update());
        named.addAll(input.create());
        duplicates(named, left, errors);
        int after =
                before.plans().size() - input.delete().size() + input.create().size();
        if (after > MOST_PLANS) {
            count(after, errors);
        }
        return errors;
    }

    private static void deletions(SellingPlanGroup before, PlanInputs.Group input, List<UserError> errors) {
        Set<Long> known = new HashSet<>();
        before.plans().forEach(plan -> known.add(plan.id().number()));
        if (input.delete().stream().anyMatch(id -> !known.contains(id.number()))) {
            errors.add(
                    UserError.at("input.sellingPlansToDelete", "Selling plan does not exist.", "PLAN_DOES_NOT_EXIST"));
        } else if (!input.delete().isEmpty()
                && before.plans().size()
                                - input.delete().size()
                                + input.create().size()
                        < 1) {
            errors.add(UserError.at(
                    "input.sellingPlansToDelete",
                    "Selling plans to delete can't result in a selling plan group with no selling plan.",
                    "SELLING_PLAN_COUNT_LOWER_BOUND"));
        }
    }

    private static void group(PlanInputs.Group input, List<UserError> errors) {
        if (input.options() != null && input.options().size() > MOST_OPTIONS) {
            errors.add(UserError.at(
                    "input.options", "Too many selling plan group options (maximum 3 options)", "TOO_LONG"));
        }
    }

    private static void count(int plans, List<UserError> errors) {
        if (plans < 1) {
            errors.add(UserError.at(
                    "input",
                    "Selling plan groups must have at least 1 selling plan.",
                    "SELLING_PLAN_COUNT_LOWER_BOUND"));
        } else if (plans > MOST_PLANS) {
            errors.add(UserError.at(
                    "input",
                    "Selling plan groups can't have more than 31 selling plans.",
                    "SELLING_PLAN_COUNT_UPPER_BOUND"));
        }
    }

    private void plan(PlanInputs.Plan plan, String verb, int at, List<UserError> errors) {
        boolean isNew = verb.equals("create");
        String path = "input.sellingPlansTo" + (isNew ? "Create." : "Update.") + at;
        if (isNew ? plan.name() == null || plan.name().isBlank() : Objects.equals(plan.name(), "")) {
            errors.add(UserError.at(path + ".name", "Name can't be blank", "BLANK"));
        }
        if (plan.options() != null && plan.options().size() > MOST_OPTIONS) {
            errors.add(
                    UserError.at(path + ".options", "Too many selling plan options (maximum 3 options)", "TOO_LONG"));
        }
        if (isNew && plan.billing() == null) {
            errors.add(UserError.at(
                    path + ".billingPolicy",
                    "Selling plans to create billing policy must be present.",
                    "SELLING_PLAN_BILLING_POLICY_MISSING"));
        }
        if (isNew && plan.delivery() == null) {
            errors.add(UserError.at(
                    path + ".deliveryPolicy",
                    "Selling plans to create delivery policy must be present.",
                    "SELLING_PLAN_DELIVERY_POLICY_MISSING"));
        }
        billing.check(plan, path, errors);
        if (plan.pricing() != null) {
            pricing(plan.pricing(), path + ".pricingPolicies", verb, errors);
        }
    }

    /** At most one fixed policy: a second one is only allowed to a subscription, as a recurring one. */
    private void pricing(List<PlanInputs.Pricing> policies, String path, String verb, List<UserError> errors) {
        long fixed = policies.stream().filter(policy -> !policy.recurring()).count();
        String prefix = "Selling plans to " + verb + " pricing policies ";
        if (policies.size() > 2) {
            errors.add(UserError.at(
                    path, prefix + "can't have more than 2 pricing policies", "SELLING_PLAN_PRICING_POLICIES_LIMIT"));
        } else if (!policies.isEmpty() && fixed == 0) {
            errors.add(UserError.at(
                    path,
                    prefix + "must contain one fixed pricing policy",
                    "SELLING_PLAN_PRICING_POLICIES_MUST_CONTAIN_A_FIXED_PRICING_POLICY"));
        } else if (fixed > 1) {
            errors.add(UserError.at(
                    path,
                    prefix + "can't have more than 1 fixed pricing policy",
                    "SELLING_PLAN_FIXED_PRICING_POLICIES_LIMIT"));
        }
        for (int at = 0; at < policies.size(); at++) {
            adjustment(policies.get(at), path + "." + at, errors);
        }
    }

    private void adjustment(PlanInputs.Pricing policy, String path, List<UserError> errors) {
        boolean percent = policy.adjustment() == Adjustment.PERCENTAGE;
        BigDecimal percentage = policy.percentage();
        BigDecimal amount = policy.fixedValue();
        if (percentage != null && amount != null) {
            errors.add(UserError.at(
                    path, "Only one of percentage or fixed value is allowed", "ONLY_NEED_ONE_PRICING_POLICY_VALUE"));
        } else if (policy.adjustment() == null || (percent ? percentage == null : amount == null)) {
            errors.add(UserError.at(
                    path,
                    "Pricing policy's adjustment value and adjustment type must match",
                    "PRICING_POLICY_ADJUSTMENT_VALUE_AND_TYPE_MUST_MATCH"));
        } else if (percentage != null
                && (percentage.signum() < 0 || percentage.compareTo(BigDecimal.valueOf(100)) > 0)) {
            errors.add(UserError.at(path, "Percentage must be between 0 and 100", "INVALID"));
        } else if (amount != null && !billing.isAmount(amount)) {
            errors.add(UserError.at(path, "Adjustment value is not a valid amount", "INVALID"));
        }
    }

    private static void duplicates(List<PlanInputs.Plan> plans, List<SellingPlan> others, List<UserError> errors) {
        Set<@Nullable String> names = new HashSet<>();
        Set<List<String>> options = new HashSet<>();
        others.forEach(plan -> names.add(plan.name()));
        others.stream()
                .map(SellingPlan::options)
                .filter(each -> !each.isEmpty())
                .forEach(options::add);
        for (PlanInputs.Plan plan : plans) {
            if (plan.name() != null && !names.add(plan.name())) {
                errors.add(UserError.at("input", "Selling plan has a duplicate name", "SELLING_PLAN_DUPLICATE_NAME"));
            }
            if (plan.options() != null && !plan.options().isEmpty() && !options.add(plan.options())) {
                errors.add(
                        UserError.at("input", "Selling plan has duplicate options", "SELLING_PLAN_DUPLICATE_OPTIONS"));
            }
        }
    }
}
