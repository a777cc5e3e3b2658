package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.PlanInputs;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.SellingPlan;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the inputs of selling plan mutations. */
final class PlanReader {
    private PlanReader() {}

    static PlanInputs.Group group(Input input) {
        return new PlanInputs.Group(
                input.optionalText("name").orElse(null),
                input.optionalText("merchantCode").orElse(null),
                input.optionalText("description").orElse(null),
                input.optionalText("appId").orElse(null),
                input.optionalTexts("options").orElse(null),
                input.optionalNumber("position").orElse(null),
                input.inputs("sellingPlansToCreate").stream()
                        .map(PlanReader::plan)
                        .toList(),
                input.inputs("sellingPlansToUpdate").stream()
                        .map(PlanReader::plan)
                        .toList(),
                Ids.all(input.texts("sellingPlansToDelete"), "SellingPlan", SellingPlanId::new));
    }

    private static PlanInputs.Plan plan(Input input) {
        input.only(
                "SellingPlanInput",
                "id",
                "name",
                "description",
                "options",
                "position",
                "category",
                "billingPolicy",
                "deliveryPolicy",
                "inventoryPolicy",
                "pricingPolicies");
        return new PlanInputs.Plan(
                input.optionalText("id")
                        .map(id -> Ids.of(id, "SellingPlan", SellingPlanId::new))
                        .orElse(null),
                input.optionalText("name").orElse(null),
                input.optionalText("description").orElse(null),
                input.optionalTexts("options").orElse(null),
                input.optionalNumber("position").orElse(null),
                input.optionalText("category")
                        .map(SellingPlan.Category::valueOf)
                        .orElse(null),
                input.optionalInput("billingPolicy").map(PlanReader::billing).orElse(null),
                input.optionalInput("deliveryPolicy").map(PlanReader::delivery).orElse(null),
                input.optionalInput("inventoryPolicy")
                        .flatMap(policy -> policy.optionalText("reserve"))
                        .map(SellingPlan.Reserve::valueOf)
                        .orElse(null),
                input.has("pricingPolicies") ? pricing(input.inputs("pricingPolicies")) : null);
    }

    private static PlanInputs.Billing billing(Input input) {
        return new PlanInputs.Billing(
                input.optionalInput("fixed").map(PlanReader::fixedBilling).orElse(null),
                input.optionalInput("recurring").map(PlanReader::recurring).orElse(null));
    }

    private static PlanInputs.FixedBilling fixedBilling(Input input) {
        return new PlanInputs.FixedBilling(
                input.optionalInput("checkoutCharge").map(PlanReader::charge).orElse(null),
                input.optionalText("remainingBalanceChargeTrigger")
                        .map(SellingPlan.BalanceTrigger::valueOf)
                        .orElse(null),
                input.optionalInstant("remainingBalanceChargeExactTime").orElse(null),
                input.optionalText("remainingBalanceChargeTimeAfterCheckout").orElse(null));
    }

    private static PlanInputs.Charge charge(Input input) {
        var value = input.optionalInput("value").orElse(Input.NONE);
        return new PlanInputs.Charge(
                input.text("type"),
                percentage(value),
                value.optionalDecimal("fixedValue").orElse(null));
    }

    private static PlanInputs.Delivery delivery(Input input) {
        return new PlanInputs.Delivery(
                input.optionalInput("fixed").map(PlanReader::fixedDelivery).orElse(null),
                input.optionalInput("recurring").map(PlanReader::recurring).orElse(null));
    }

    private static PlanInputs.FixedDelivery fixedDelivery(Input input) {
        input.only(
                "SellingPlanFixedDeliveryPolicyInput",
                "fulfillmentTrigger",
                "fulfillmentExactTime",
                "intent",
                "preAnchorBehavior");
        return new PlanInputs.FixedDelivery(
                input.optionalText("fulfillmentTrigger")
                        .map(SellingPlan.DeliveryTrigger::valueOf)
                        .orElse(null),
                input.optionalInstant("fulfillmentExactTime").orElse(null));
    }

    private static PlanInputs.Recurring recurring(Input input) {
        return new PlanInputs.Recurring(
                input.optionalText("interval").orElse(null),
                input.optionalNumber("intervalCount").orElse(null));
    }

    private static List<PlanInputs.Pricing> pricing(List<Input> inputs) {
        return inputs.stream()
                .map(input -> input.optionalInput("fixed")
                        .map(fixed -> pricing(fixed, false))
                        .orElseGet(() -> pricing(input.input("recurring"), true)))
                .toList();
    }

    private static PlanInputs.Pricing pricing(Input input, boolean recurring) {
        var value = input.optionalInput("adjustmentValue").orElse(Input.NONE);
        return new PlanInputs.Pricing(
                input.optionalText("adjustmentType")
                        .map(SellingPlan.Adjustment::valueOf)
                        .orElse(null),
                percentage(value),
                value.optionalDecimal("fixedValue").orElse(null),
                recurring);
    }

    private static @Nullable BigDecimal percentage(Input value) {
        return value.optionalFloat("percentage").map(BigDecimal::valueOf).orElse(null);
    }
}
