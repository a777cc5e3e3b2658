package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.LineSale;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Placement;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.ShippingLine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines of orders. Nothing in them tells of a selling plan, as Shopify's samples have no field for it; where a shop's
 * bodies name it all the same, they do as Shopify's lines of a cart.
 */
final class LinePayloads {

    private final View view;

    LinePayloads(View view) {
        this.view = view;
    }

    /** A line as it stands in an order. */
    ObjectNode line(Order order, LineItem line) {
        ObjectNode body = line(order, line, line.quantity());
        body.put("current_quantity", line.currentQuantity());
        body.set("attributed_staffs", View.array());
        body.putNull("sales_line_item_group_id");
        LineSale.PlanSold plan = line.sale().plan();
        if (plan != null && view.shop().switches().isOn(Switch.ORDER_BODIES_NAME_THE_PLAN)) {
            body.putObject("selling_plan_allocation")
                    .putObject("selling_plan")
                    .put("id", plan.id().number())
                    .put("name", plan.name());
        }
        return body;
    }

    /** So many units of a line, as fulfillments and refunds show them. */
    ObjectNode line(Order order, LineItem line, int quantity) {
        LineSale sale = line.sale();
        Placement placement = order.placement();
        boolean bare = sale.variantTitle().equals("Default Title");
        Product product = view.shop().catalog().products().find(sale.product()).orElse(null);
        ObjectNode body = View.identified(line.id())
                .put("fulfillable_quantity", line.unfulfilledQuantity())
                .put("fulfillment_service", "manual")
                .put("fulfillment_status", fulfillmentStatus(line))
                .put("gift_card", false)
                .put("grams", 0)
                .put("name", bare ? sale.title() : sale.title() + " - " + sale.variantTitle())
                .put("price", view.amount(sale.unitPriceMinor()))
                .put("product_exists", product != null)
                .put("product_id", sale.product().number())
                .put("quantity", quantity)
                .put("requires_shipping", sale.requiresShipping())
                .put("sku", sale.sku())
                .put("taxable", true)
                .put("title", sale.title())
                .put("total_discount", View.ZERO)
                .put("variant_id", sale.variant().number())
                .put("variant_inventory_management", tracked(sale) ? "shopify" : null)
                .put("variant_title", bare ? null : sale.variantTitle())
                .put("vendor", product == null ? null : product.vendor());
        body.set("price_set", view.both(placement, sale.unitPriceMinor()));
        body.set("total_discount_set", view.both(placement, 0));
        body.set("properties", properties(sale));
        body.set("tax_lines", View.array());
        body.set("duties", View.array());
        body.set("discount_allocations", allocations(placement, sale.discountMinor()));
        return body;
    }

    ObjectNode shipping(Order order, ShippingLine line) {
        Placement placement = order.placement();
        ObjectNode body = View.object()
                .put("id", line.id().number())
                .putNull("carrier_identifier")
                .put("code", line.title())
                .put("discounted_price", view.amount(line.priceMinor()))
                .put("is_removed", false)
                .putNull("phone")
                .put("price", view.amount(line.priceMinor()))
                .putNull("requested_fulfillment_service_id")
                .put("source", "shopify")
                .put("title", line.title());
        body.set("current_discounted_price_set", view.both(placement, line.currentMinor()));
        body.set("discounted_price_set", view.both(placement, line.priceMinor()));
        body.set("price_set", view.both(placement, line.priceMinor()));
        body.set("tax_lines", View.array());
        body.set("discount_allocations", View.array());
        return body;
    }

    private ArrayNode allocations(Placement order, long minor) {
        ArrayNode all = View.array();
        if (minor != 0) {
            ObjectNode one = all.addObject().put("amount", view.amount(minor)).put("discount_application_index", 0);
            one.set("amount_set", view.both(order, minor));
        }
        return all;
    }

    private static ArrayNode properties(LineSale sale) {
        ArrayNode all = View.array();
        sale.properties()
                .forEach(each -> all.addObject().put("name", each.key()).put("value", each.value()));
        return all;
    }

    private boolean tracked(LineSale sale) {
        return view.shop()
                .catalog()
                .items()
                .find(sale.item())
                .map(item -> item.tracked())
                .orElse(false);
    }

    private static @Nullable String fulfillmentStatus(LineItem line) {
        if (line.fulfilled() == 0) {
            return null;
        }
        return line.unfulfilledQuantity() == 0 ? "fulfilled" : "partial";
    }
}
