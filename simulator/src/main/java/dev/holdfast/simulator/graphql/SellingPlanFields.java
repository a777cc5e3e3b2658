package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Selling plans and their groups. */
final class SellingPlanFields {
    static final Page.Key<SellingPlanGroup> KEY =
            Page.Key.byId(group -> group.id().number());

    private SellingPlanFields() {}

    /** A share in percent, where the schema wants a type of its own. */
    private record Percentage(BigDecimal percentage) {}

    /** The same of a price, which the schema gives another type. */
    private record PricePercentage(BigDecimal percentage) {}

    static void addTo(FieldTable table) {
        group(table);
        plan(table);
        policies(table);
    }

    private static void group(FieldTable table) {
        table.on("SellingPlanGroup", SellingPlanGroup.class)
                .id("id", SellingPlanGroup::id)
                .value("appId", SellingPlanGroup::appId)
                .value("name", SellingPlanGroup::name)
                .value("merchantCode", SellingPlanGroup::merchantCode)
                .value("description", SellingPlanGroup::description)
                .value("options", SellingPlanGroup::options)
                .value("position", SellingPlanGroup::position)
                .value("createdAt", SellingPlanGroup::createdAt)
                .connection(
                        "sellingPlans",
                        SellingPlanGroup::plans,
                        plan -> plan.id().number())
                .value("productsCount", group -> group.products().size())
                .value("productVariantsCount", group -> group.variants().size())
                .read(
                        "products",
                        (group, call) -> Page.of(
                                group.products().stream()
                                        .flatMap(id ->
                                                Stream.ofNullable(call.api().product(id)))
                                        .toList(),
                                Page.Key.byId(product -> product.id().number()),
                                call))
                .read(
                        "productVariants",
                        (group, call) -> Page.of(
                                group.variants().stream()
                                        .flatMap(id ->
                                                Stream.ofNullable(call.api().variant(id)))
                                        .toList(),
                                Page.Key.byId(variant -> variant.id().number()),
                                call))
                .read(
                        "appliesToProduct",
                        (group, call) -> group.products().stream()
                                .anyMatch(id -> id.gid().equals(call.arguments().text("productId"))))
                .read(
                        "appliesToProductVariant",
                        (group, call) -> group.variants().stream()
                                .anyMatch(id -> id.gid().equals(call.arguments().text("productVariantId"))));
    }

    private static void plan(FieldTable table) {
        table.on("SellingPlan", SellingPlan.class)
                .id("id", SellingPlan::id)
                .value("name", SellingPlan::name)
                .value("description", SellingPlan::description)
                .value("options", SellingPlan::options)
                .value("position", SellingPlan::position)
                .value("category", SellingPlan::category)
                .value("createdAt", SellingPlan::createdAt)
                .value("billingPolicy", SellingPlan::billing)
                .value("deliveryPolicy", SellingPlan::delivery)
                .value("inventoryPolicy", SellingPlan::reserve)
                .value("pricingPolicies", SellingPlan::pricing);
        table.on("SellingPlanInventoryPolicy", SellingPlan.Reserve.class).value("reserve", reserve -> reserve);
    }

    private static void policies(FieldTable table) {
        table.on("SellingPlanFixedBillingPolicy", SellingPlan.FixedBilling.class)
                .value("checkoutCharge", SellingPlan.FixedBilling::charge)
                .value("remainingBalanceChargeTrigger", SellingPlan.FixedBilling::trigger)
                .value("remainingBalanceChargeExactTime", SellingPlan.FixedBilling::exactTime)
                .value(
                        "remainingBalanceChargeTimeAfterCheckout",
                        billing -> Objects.toString(billing.afterCheckout(), null));
        table.on("SellingPlanCheckoutCharge", SellingPlan.Charge.class)
                .value("type", charge -> charge.percentage() == null ? "PRICE" : "PERCENTAGE")
                .value(
                        "value",
                        charge -> charge.percentage() == null ? charge.price() : new Percentage(charge.percentage()));
        table.on("SellingPlanCheckoutChargePercentageValue", Percentage.class)
                .value("percentage", Percentage::percentage);
        table.on("SellingPlanFixedDeliveryPolicy", SellingPlan.FixedDelivery.class)
                .value("fulfillmentTrigger", SellingPlan.FixedDelivery::trigger)
                .value("fulfillmentExactTime", SellingPlan.FixedDelivery::exactTime)
                .value("anchors", delivery -> List.of())
                .value("cutoff", delivery -> null)
                .value("intent", delivery -> "FULFILLMENT_BEGIN")
                .value("preAnchorBehavior", delivery -> "ASAP");
        table.on("SellingPlanRecurringBillingPolicy", SellingPlan.RecurringBilling.class)
                .value("interval", SellingPlan.RecurringBilling::interval)
                .value("intervalCount", SellingPlan.RecurringBilling::intervalCount);
        table.on("SellingPlanRecurringDeliveryPolicy", SellingPlan.RecurringDelivery.class)
                .value("interval", SellingPlan.RecurringDelivery::interval)
                .value("intervalCount", SellingPlan.RecurringDelivery::intervalCount);
        table.on("SellingPlanPricingPolicyPercentageValue", PricePercentage.class)
                .value("percentage", PricePercentage::percentage);
        table.on("SellingPlanFixedPricingPolicy", SellingPlan.Pricing.class)
                .value("adjustmentType", SellingPlan.Pricing::adjustment)
                .read(
                        "adjustmentValue",
                        (pricing, call) -> pricing.adjustment() == SellingPlan.Adjustment.PERCENTAGE
                                ? new PricePercentage(pricing.value())
                                : Money.of(
                                        pricing.value(),
                                        call.api().shop().settings().currency()));
    }
}
