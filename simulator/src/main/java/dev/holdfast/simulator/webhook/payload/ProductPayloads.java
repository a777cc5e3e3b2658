package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of products/*, variants/* and selling_plan_groups/*. */
final class ProductPayloads {

    /** Variants beyond these are only listed by id. Source: the description of products/update. */
    private static final int FULL_VARIANTS = 100;

    private final View view;

    ProductPayloads(View view) {
        this.view = view;
    }

    ObjectNode product(Product product, List<Variant> variants) {
        ObjectNode body = View.identified(product.id())
                .put("title", product.title())
                .put("handle", product.handle())
                .put("vendor", product.vendor())
                .put("product_type", product.productType())
                .put("status", View.lower(product.status()))
                .put("tags", String.join(", ", product.tags()))
                .put("body_html", "")
                .put("created_at", view.time(product.createdAt()))
                .put("updated_at", view.time(product.updatedAt()))
                .put("published_at", product.status() == Product.Status.ACTIVE ? view.time(product.createdAt()) : null)
                .put("published_scope", "web")
                .put("has_variants_that_requires_components", false)
                .putNull("template_suffix")
                .putNull("category")
                .putNull("image");
        body.putArray("images");
        body.putArray("media");
        body.set("options", options(product, variants));
        ArrayNode full = body.putArray("variants");
        ArrayNode ids = body.putArray("variant_gids");
        for (Variant variant : variants) {
            if (full.size() < FULL_VARIANTS) {
                full.add(variant(variant));
            }
            ids.addObject()
                    .put("admin_graphql_api_id", variant.id().gid())
                    .put("updated_at", view.time(variant.updatedAt()));
        }
        return body;
    }

    ObjectNode variant(Variant variant) {
        int quantity = view.shop().catalog().inventoryQuantity(variant);
        return View.identified(variant.id())
                .put("product_id", variant.product().number())
                .put("inventory_item_id", variant.item().number())
                .put("title", variant.title())
                .put("price", view.amount(variant.priceMinor()))
                .put(
                        "compare_at_price",
                        variant.compareAtMinor() == null ? null : view.amount(variant.compareAtMinor()))
                .put("position", variant.position())
                .put("inventory_policy", View.lower(variant.policy()))
                .put("inventory_quantity", quantity)
                .put("old_inventory_quantity", quantity)
                .put("option1", option(variant, 0))
                .put("option2", option(variant, 1))
                .put("option3", option(variant, 2))
                .put("created_at", view.time(variant.createdAt()))
                .put("updated_at", view.time(variant.updatedAt()))
                .put("taxable", true)
                .put("barcode", variant.barcode())
                .put("sku", variant.sku())
                .putNull("image_id");
    }

    ObjectNode planGroup(SellingPlanGroup group) {
        ObjectNode body = View.identified(group.id())
                .put("name", group.name())
                .put("merchant_code", group.merchantCode())
                .put("admin_graphql_api_app", group.owner().gid())
                .put("app_id", group.appId())
                .put("description", group.description())
                .put("position", group.position())
                .put("summary", group.plans().size() + " selling plans");
        ArrayNode options = body.putArray("options");
        group.options().forEach(options::add);
        ArrayNode plans = body.putArray("selling_plans");
        group.plans().forEach(plan -> plans.add(plan(plan)));
        body.putArray("product_variants");
        ArrayNode products = body.putArray("products");
        group.products()
                .forEach(id -> view.shop()
                        .catalog()
                        .products()
                        .find(id)
                        .ifPresent(product -> products.addObject()
                                .put("id", id.number())
                                .put("title", product.title())
                                .put("storefront_graphql_api_id", id.gid())));
        return body;
    }

    /** What a plan that delivers once has instead of an interval is in no sample: the policies are then empty. */
    private ObjectNode plan(SellingPlan plan) {
        ObjectNode body = View.object()
                .put("name", plan.name())
                .put("position", plan.position())
                .put("description", plan.description());
        ArrayNode options = body.putArray("options");
        plan.options().forEach(options::add);
        ObjectNode billing = body.putObject("billing_policy");
        if (plan.billing() instanceof SellingPlan.RecurringBilling recurring) {
            billing.put("interval", recurring.interval().toLowerCase(java.util.Locale.ROOT))
                    .put("interval_count", recurring.intervalCount())
                    .putNull("min_cycles")
                    .putNull("max_cycles");
        }
        ObjectNode delivery = body.putObject("delivery_policy");
        if (plan.delivery() instanceof SellingPlan.RecurringDelivery recurring) {
            delivery.put("interval", recurring.interval().toLowerCase(java.util.Locale.ROOT))
                    .put("interval_count", recurring.intervalCount())
                    .putNull("cutoff")
                    .put("pre_anchor_behavior", "asap");
            delivery.putArray("anchors");
        }
        ArrayNode pricing = body.putArray("pricing_policies");
        plan.pricing()
                .forEach(each -> pricing.addObject()
                        .put("adjustment_type", View.lower(each.adjustment()))
                        .put("adjustment_value", each.value().toPlainString())
                        .put("after_cycle", 0));
        return body;
    }

    private ArrayNode options(Product product, List<Variant> variants) {
        ArrayNode all = View.array();
        for (int at = 0; at < product.optionNames().size(); at++) {
            int which = at;
            ObjectNode one = all.addObject()
                    .put("id", product.id().number() + at + 1)
                    .put("product_id", product.id().number())
                    .put("name", product.optionNames().get(at))
                    .put("position", at + 1);
            ArrayNode values = one.putArray("values");
            variants.stream().map(variant -> option(variant, which)).distinct().forEach(values::add);
        }
        return all;
    }

    private static @Nullable String option(Variant variant, int at) {
        return variant.options().size() > at ? variant.options().get(at).value() : null;
    }
}
