package dev.holdfast.offer;

import dev.holdfast.offer.PlanGroup.Plan;
import dev.holdfast.shop.mirror.Branch;
import java.time.Instant;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads a group of selling plans out of Shopify's answer. */
final class PlanGroupReading {
    private PlanGroupReading() {}

    static PlanGroup read(Branch branch, Instant readAt) {
        long id = branch.id().number();
        return new PlanGroup(
                id,
                branch.required("name"),
                branch.children("SellingPlan").map(plan -> plan(id, plan)).toList(),
                branch.time("createdAt"),
                readAt);
    }

    private static Plan plan(long group, Branch plan) {
        return new Plan(
                group,
                plan.id().number(),
                plan.required("name"),
                price(plan.node().path("pricingPolicies")),
                charge(plan.node().path("billingPolicy")));
    }

    private static String price(JsonNode policies) {
        var words = policies.valueStream()
                .map(policy ->
                        policy.path("adjustmentType").asString("other") + " " + value(policy.path("adjustmentValue")))
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "that of the variant" : words;
    }

    private static String charge(JsonNode billing) {
        var charge = billing.path("checkoutCharge");
        return charge.isMissingNode()
                ? "again and again"
                : value(charge.path("value")) + ", rest "
                        + billing.path("remainingBalanceChargeTrigger").asString("");
    }

    private static String value(JsonNode value) {
        var percentage = value.path("percentage");
        return percentage.isNumber()
                ? percentage.decimalValue().stripTrailingZeros().toPlainString() + " %"
                : value.path("amount").asString("") + " "
                        + value.path("currencyCode").asString("");
    }
}
