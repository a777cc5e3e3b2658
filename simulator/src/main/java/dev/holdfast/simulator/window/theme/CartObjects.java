package dev.holdfast.simulator.window.theme;

import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.Quote;
import dev.holdfast.simulator.shop.state.Attribute;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import dev.holdfast.simulator.shop.state.Variant;
import dev.holdfast.simulator.window.liquid.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects {@code cart} and {@code line_item} of a cart whose variants are all there. */
public final class CartObjects {

    private final Scene scene;
    private final ProductObjects products;

    public CartObjects(Scene scene) {
        this.scene = scene;
        this.products = new ProductObjects(scene);
    }

    public Shape cart(List<Cart.Line> lines) {
        List<Shape> items = new ArrayList<>();
        long total = 0;
        int units = 0;
        for (Cart.Line line : lines) {
            Variant variant =
                    scene.shop().catalog().variants().find(line.variant()).orElseThrow();
            Quote.Unit unit = scene.shop().checkouts().unit(variant, plan(variant, line));
            total += unit.priceMinor() * line.quantity();
            units += line.quantity();
            items.add(item(line, variant, unit));
        }
        return new Shape("cart")
                .with("items", items)
                .with("item_count", units)
                .with("total_price", scene.price(total))
                .with("items_subtotal_price", scene.price(total))
                .with(
                        "currency",
                        new Shape("currency").with("iso_code", scene.currency().getCurrencyCode()))
                .with("note", null)
                .with("attributes", Map.of());
    }

    private Shape item(Cart.Line line, Variant variant, Quote.Unit unit) {
        Product product =
                scene.shop().catalog().products().find(variant.product()).orElseThrow();
        long price = scene.price(unit.priceMinor());
        return new Shape("line_item")
                .with("id", variant.id().number())
                .with("product_id", product.id().number())
                .with("variant_id", variant.id().number())
                .with("title", product.title() + " - " + variant.title())
                .with("sku", variant.sku())
                .with("url", products.url(product) + "?variant=" + variant.id().number())
                .with("quantity", line.quantity())
                .with("price", price)
                .with("final_price", price)
                .with("original_price", scene.price(variant.priceMinor()))
                .with("final_line_price", scene.price(unit.priceMinor() * line.quantity()))
                .with("properties", properties(line.properties()))
                .with("selling_plan_allocation", allocation(line, variant))
                .with("product", products.product(product, null))
                .with("variant", products.variant(product, variant, false));
    }

    /** Those a buyer sees: a leading underscore hides one. */
    static Map<String, String> properties(List<Attribute> all) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Attribute each : all) {
            if (!each.key().startsWith("_")) {
                shown.put(each.key(), each.value());
            }
        }
        return shown;
    }

    private @Nullable SellingPlan plan(Variant variant, Cart.Line line) {
        return line.plan() == null
                ? null
                : scene.shop().sellingPlans().planFor(variant, line.plan()).orElse(null);
    }

    private @Nullable Shape allocation(Cart.Line line, Variant variant) {
        SellingPlan plan = plan(variant, line);
        if (plan == null) {
            return null;
        }
        SellingPlanGroup group =
                scene.shop().sellingPlans().groups().find(plan.group()).orElseThrow();
        return new PlanObjects(scene).allocation(variant, group, plan);
    }
}
