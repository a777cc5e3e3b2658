package dev.holdfast.simulator.window.theme;

import dev.holdfast.simulator.shop.Quote;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import dev.holdfast.simulator.shop.state.Variant;
import dev.holdfast.simulator.window.liquid.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects of selling plans: groups, plans, and what a variant costs on their terms. */
final class PlanObjects {

    private final Scene scene;

    PlanObjects(Scene scene) {
        this.scene = scene;
    }

    /** A product's purchase options; none is chosen by an address of the simulator. */
    Shape onProduct(Shape shape, Product product, List<Variant> variants, @Nullable Shape current) {
        Set<SellingPlanGroup> groups = new LinkedHashSet<>();
        variants.forEach(variant -> groups.addAll(scene.shop().sellingPlans().groupsOf(variant)));
        Object first =
                current != null && current.get("selling_plan_allocations") instanceof List<?> all && !all.isEmpty()
                        ? all.getFirst()
                        : null;
        return shape.with(
                        "selling_plan_groups", groups.stream().map(this::group).toList())
                .with("selected_selling_plan", null)
                .with("selected_selling_plan_allocation", null)
                .with(
                        "selected_or_first_available_selling_plan_allocation",
                        product.requiresSellingPlan() ? first : null);
    }

    List<Shape> allocations(Variant variant) {
        List<Shape> all = new ArrayList<>();
        for (SellingPlanGroup group : scene.shop().sellingPlans().groupsOf(variant)) {
            for (SellingPlan plan : group.plans()) {
                if (plan.billing() instanceof SellingPlan.FixedBilling) {
                    all.add(allocation(variant, group, plan));
                }
            }
        }
        return all;
    }

    Shape allocation(Variant variant, SellingPlanGroup group, SellingPlan plan) {
        Quote.Unit unit = scene.shop().checkouts().unit(variant, plan);
        long price = scene.price(unit.priceMinor());
        return new Shape("selling_plan_allocation")
                .with("price", price)
                .with(
                        "compare_at_price",
                        unit.priceMinor() == variant.priceMinor() ? null : scene.price(variant.priceMinor()))
                .with("per_delivery_price", price)
                .with("checkout_charge_amount", scene.price(unit.nowMinor()))
                .with("remaining_balance_charge_amount", scene.price(unit.laterMinor()))
                .with("selling_plan_group_id", groupId(group))
                .with("selling_plan", plan(group, plan));
    }

    private Shape group(SellingPlanGroup group) {
        return new Shape("selling_plan_group")
                .with("id", groupId(group))
                .with("name", group.name())
                .with("app_id", group.appId())
                .with("options", options(group))
                .with(
                        "selling_plans",
                        group.plans().stream().map(plan -> plan(group, plan)).toList());
    }

    private static List<Shape> options(SellingPlanGroup group) {
        List<Shape> all = new ArrayList<>();
        for (String name : group.options()) {
            int at = all.size();
            all.add(new Shape("selling_plan_group_option")
                    .with("name", name)
                    .with("position", at + 1)
                    .with("selected_value", null)
                    .with(
                            "values",
                            group.plans().stream()
                                    .filter(plan -> at < plan.options().size())
                                    .map(plan -> plan.options().get(at))
                                    .distinct()
                                    .toList()));
        }
        return all;
    }

    private Shape plan(SellingPlanGroup group, SellingPlan plan) {
        List<Shape> options = new ArrayList<>();
        for (int at = 0; at < plan.options().size(); at++) {
            options.add(new Shape("selling_plan_option")
                    .with("name", at < group.options().size() ? group.options().get(at) : null)
                    .with("position", at + 1)
                    .with("value", plan.options().get(at)));
        }
        return new Shape("selling_plan")
                .with("id", plan.id().number())
                .with("name", plan.name())
                .with("description", plan.description())
                .with("group_id", groupId(group))
                .with("options", options)
                .with("selected", false)
                .with("recurring_deliveries", plan.delivery() instanceof SellingPlan.RecurringDelivery)
                .with("price_adjustments", adjustments(plan))
                .with("checkout_charge", charge(plan));
    }

    private List<Shape> adjustments(SellingPlan plan) {
        List<Shape> all = new ArrayList<>();
        for (SellingPlan.Pricing pricing : plan.pricing()) {
            boolean percentage = pricing.adjustment() == SellingPlan.Adjustment.PERCENTAGE;
            all.add(new Shape("selling_plan_price_adjustment")
                    .with("order_count", null)
                    .with("position", all.size() + 1)
                    .with("value_type", pricing.adjustment().name().toLowerCase(Locale.ROOT))
                    .with("value", percentage ? pricing.value() : hundredths(pricing.value())));
        }
        return all;
    }

    /** A percentage, or hundredths of what the buyer pays in. */
    private @Nullable Shape charge(SellingPlan plan) {
        if (!(plan.billing() instanceof SellingPlan.FixedBilling fixed)) {
            return null;
        }
        BigDecimal percentage = fixed.charge().percentage();
        Object value = percentage;
        if (fixed.charge().price() != null) {
            value = scene.price(fixed.charge().price().minor());
        }
        return new Shape("selling_plan_checkout_charge")
                .with("value_type", percentage == null ? "price" : "percentage")
                .with("value", value);
    }

    private long hundredths(BigDecimal amount) {
        return scene.price(
                amount.movePointRight(scene.shop().settings().currency().getDefaultFractionDigits())
                        .longValueExact());
    }

    private static String groupId(SellingPlanGroup group) {
        return Long.toString(group.id().number());
    }
}
