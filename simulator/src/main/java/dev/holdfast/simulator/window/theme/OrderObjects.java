package dev.holdfast.simulator.window.theme;

import dev.holdfast.simulator.shop.state.Accounts;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Fulfillment;
import dev.holdfast.simulator.shop.state.LineItem;
import dev.holdfast.simulator.shop.state.LineSale;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.ShippingLine;
import dev.holdfast.simulator.window.liquid.Shape;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The objects {@code order} and {@code line_item} of an order. */
public final class OrderObjects {

    private final Scene scene;

    public OrderObjects(Scene scene) {
        this.scene = scene;
    }

    public Shape order(Order order) {
        Accounts accounts = order.accounts();
        Order.Cancellation cancellation = order.cancellation();
        return new Shape("order")
                .with("id", order.id().number())
                .with("name", order.name())
                .with("order_number", order.placement().number())
                .with("email", order.placement().email())
                .with("created_at", order.placement().createdAt())
                .with("cancelled", order.isCancelled())
                .with("cancelled_at", cancellation == null ? null : cancellation.at())
                .with("cancel_reason", cancellation == null ? null : lower(cancellation.reason()))
                .with("financial_status", lower(accounts.status()))
                .with("fulfillment_status", fulfillmentStatus(order))
                .with("line_items", order.lines().stream().map(this::line).toList())
                .with("subtotal_price", scene.price(accounts.currentSubtotal()))
                .with("shipping_price", scene.price(shipping(order)))
                .with("total_price", scene.price(accounts.currentTotal()))
                .with("shipping_address", address(order.placement().shippingAddress()))
                .with("tags", order.tags())
                .with("note", order.note())
                .with("metafields", (Supplier<Object>) () -> MetafieldObjects.of(scene, order.id()));
    }

    private static long shipping(Order order) {
        return order.shipping().stream().mapToLong(ShippingLine::currentMinor).sum();
    }

    private Shape line(LineItem line) {
        LineSale sale = line.sale();
        LineSale.PlanSold plan = sale.plan();
        Shape allocation = plan == null
                ? null
                : new Shape("selling_plan_allocation")
                        .with(
                                "selling_plan",
                                new Shape("selling_plan")
                                        .with("id", plan.id().number())
                                        .with("name", plan.name()));
        return new Shape("line_item")
                .with("id", line.id().number())
                .with("product_id", sale.product().number())
                .with("variant_id", sale.variant().number())
                .with("title", sale.title() + " - " + sale.variantTitle())
                .with("sku", sale.sku())
                .with("quantity", line.quantity())
                .with("successfully_fulfilled_quantity", line.fulfilled())
                .with("final_price", scene.price(sale.unitPriceMinor()))
                .with("final_line_price", scene.price(line.amountMinor(line.quantity())))
                .with("requires_shipping", sale.requiresShipping())
                .with("properties", CartObjects.properties(sale.properties()))
                .with("fulfillment", line.fulfilled() == 0 ? null : new Shape("fulfillment"))
                .with("selling_plan_allocation", allocation);
    }

    private String fulfillmentStatus(Order order) {
        return switch (scene.shop().orders().fulfillmentStatus(order)) {
            case FULFILLED -> "fulfilled";
            case PARTIALLY_FULFILLED -> "partial";
            case IN_PROGRESS, ON_HOLD, SCHEDULED, UNFULFILLED -> "unfulfilled";
        };
    }

    /** How many of each line are left of those ordered, which a theme's {@code line_item} does not say. */
    public List<Integer> leftOf(Order order) {
        return order.lines().stream().map(LineItem::currentQuantity).toList();
    }

    private static @Nullable Shape address(@Nullable Address address) {
        return address == null
                ? null
                : new Shape("address")
                        .with("name", address.name())
                        .with("address1", address.address1())
                        .with("city", address.city())
                        .with("zip", address.zip())
                        .with("country", Locale.of("", address.countryCode()).getDisplayCountry(Locale.ENGLISH))
                        .with("country_code", address.countryCode());
    }

    /** One parcel and how it can be followed. */
    public List<Shape> parcels(Order order) {
        return scene.shop().fulfillments().ofOrder(order.id()).stream()
                .filter(each -> each.status() == Fulfillment.Status.SUCCESS)
                .map(each -> new Shape("fulfillment")
                        .with("name", each.name())
                        .with("created_at", each.createdAt())
                        .with(
                                "item_count",
                                each.lines().stream()
                                        .mapToInt(Fulfillment.Line::quantity)
                                        .sum())
                        .with(
                                "tracking_numbers",
                                each.tracking().stream()
                                        .map(Fulfillment.Tracking::number)
                                        .filter(java.util.Objects::nonNull)
                                        .toList()))
                .toList();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
