package dev.holdfast.simulator.webhook.payload;

import dev.holdfast.simulator.shop.state.Accounts;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.ShippingLine;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The amounts of an order; the simulator knows no taxes, duties, tips or rounding of cash. */
final class OrderMoney {

    private static final List<String> NOUGHTS = List.of("current_total_tax", "total_tax");
    private static final List<String> UNKNOWN = List.of(
            "current_total_additional_fees_set",
            "current_total_duties_set",
            "original_total_additional_fees_set",
            "original_total_duties_set");

    private final View view;

    OrderMoney(View view) {
        this.view = view;
    }

    void write(Order order, ObjectNode body) {
        Accounts accounts = order.accounts();
        long gross = 0;
        long discounts = 0;
        long currentDiscounts = 0;
        for (LineItem line : order.lines()) {
            gross += line.sale().unitPriceMinor() * line.quantity();
            discounts += line.sale().discountMinor();
            currentDiscounts += line.sale().unitPriceMinor() * line.currentQuantity() - line.currentAmountMinor();
        }
        long shipping = 0;
        long currentShipping = 0;
        for (ShippingLine line : order.shipping()) {
            shipping += line.priceMinor();
            currentShipping += line.currentMinor();
        }
        pair(order, body, "current_subtotal_price", accounts.currentSubtotal());
        pair(order, body, "current_total_discounts", currentDiscounts);
        pair(order, body, "current_total_price", accounts.currentTotal());
        pair(order, body, "subtotal_price", accounts.originalTotal() - shipping);
        pair(order, body, "total_discounts", discounts);
        pair(order, body, "total_line_items_price", gross);
        pair(order, body, "total_price", accounts.originalTotal());
        NOUGHTS.forEach(name -> pair(order, body, name, 0));
        body.set("current_shipping_price_set", view.both(order.placement(), currentShipping));
        body.set("total_shipping_price_set", view.both(order.placement(), shipping));
        body.set("total_cash_rounding_payment_adjustment_set", view.both(order.placement(), 0));
        body.set("total_cash_rounding_refund_adjustment_set", view.both(order.placement(), 0));
        UNKNOWN.forEach(body::putNull);
        body.put("total_outstanding", view.amount(accounts.outstanding()));
        body.put("total_tip_received", View.ZERO);
        writeDiscounts(order, body, discounts);
    }

    /** The order does not keep what each code took off: the first one carries all of it. */
    private void writeDiscounts(Order order, ObjectNode body, long discounts) {
        ArrayNode codes = body.putArray("discount_codes");
        ArrayNode applications = body.putArray("discount_applications");
        long left = discounts;
        for (String code : order.placement().discountCodes()) {
            codes.addObject().put("code", code).put("amount", view.amount(left)).put("type", "fixed_amount");
            applications
                    .addObject()
                    .put("target_type", "line_item")
                    .put("type", "discount_code")
                    .put("value", view.amount(left))
                    .put("value_type", "fixed_amount")
                    .put("allocation_method", "across")
                    .put("target_selection", "all")
                    .put("code", code);
            left = 0;
        }
    }

    private void pair(Order order, ObjectNode body, String name, long minor) {
        body.put(name, view.amount(minor));
        body.set(name + "_set", view.both(order.placement(), minor));
    }
}
