package dev.holdfast.simulator.control;

import dev.holdfast.simulator.http.Refusal;
import dev.holdfast.simulator.shop.Orders;
import dev.holdfast.simulator.shop.Result;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.QuantityName;
import java.util.Map;
import java.util.NoSuchElementException;

/** What staff does in Shopify's admin, one call at a time. */
final class StaffCalls {

    static final String[] NAMES = {
        "do",
        "item",
        "location",
        "state",
        "quantity",
        "variant",
        "policy",
        "price",
        "order",
        "reason",
        "restock",
        "fulfillment_order",
        "why",
        "destination"
    };

    private StaffCalls() {}

    /** Does what {@code do} says; refuses with 422 and Shopify's reasons what Shopify would refuse. */
    static Map<String, Object> run(Shop shop, Body body) {
        try {
            return act(shop, body);
        } catch (NoSuchElementException e) {
            throw new Refusal(404, "There is no such order, variant or location in this shop");
        } catch (IllegalArgumentException e) {
            throw new Refusal(404, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> act(Shop shop, Body body) {
        String what = body.needed("do");
        return switch (what) {
            case "count" -> count(shop, body);
            case "policy" ->
                done(shop.staff()
                        .policy(variant(body), body.word("policy", InventoryPolicy.class))
                        .id()
                        .gid());
            case "price" ->
                done(shop.staff()
                        .price(variant(body), body.number("price"))
                        .id()
                        .gid());
            case "delete_variant" -> told(shop.staff().deleteVariant(variant(body)));
            case "delete_location" ->
                told(shop.staff()
                        .deleteLocation(
                                new LocationId(body.number("location")), new LocationId(body.number("destination"))));
            case "cancel" ->
                told(shop.orders()
                        .cancel(
                                order(body),
                                Orders.Cancel.restocked(body.word(
                                        "reason",
                                        Order.Reason.class,
                                        body.text("reason").orElse("other")))));
            case "delete_order" -> told(shop.orders().delete(order(body)));
            case "fulfil" -> done("fulfillments: " + shop.staff().shipAll(order(body)));
            case "edit" ->
                told(shop.staff().editFirstLine(order(body), body.count("quantity", 0), body.flag("restock")));
            case "refund" -> told(shop.staff().refundUnshipped(order(body)));
            case "note" -> told(shop.orders().note(order(body), body.needed("why")));
            case "hold" ->
                told(shop.staff().hold(fulfillmentOrder(body), body.text("why").orElse("by hand")));
            case "release" -> told(shop.staff().releaseAll(fulfillmentOrder(body)));
            case "move" -> told(shop.staff().move(fulfillmentOrder(body), new LocationId(body.number("location"))));
            default ->
                throw new Refusal(
                        400,
                        "do: is one of count, policy, price, delete_variant, delete_location, cancel, delete_order,"
                                + " fulfil, edit, refund, note, hold, release, move, not " + what);
        };
    }

    private static Map<String, Object> count(Shop shop, Body body) {
        String state = body.text("state").orElse("available");
        var level = shop.staff()
                .count(
                        new InventoryItemId(body.number("item")),
                        new LocationId(body.number("location")),
                        body.word("state", QuantityName.class, state),
                        body.count("quantity", 0));
        return done(level.gid());
    }

    private static ProductVariantId variant(Body body) {
        return new ProductVariantId(body.number("variant"));
    }

    private static OrderId order(Body body) {
        return new OrderId(body.number("order"));
    }

    private static FulfillmentOrderId fulfillmentOrder(Body body) {
        return new FulfillmentOrderId(body.number("fulfillment_order"));
    }

    private static Map<String, Object> done(String what) {
        return Map.of("done", what);
    }

    private static Map<String, Object> told(Result<?> result) {
        if (result.errors().isEmpty()) {
            return done("yes");
        }
        throw new Refusal(422, String.valueOf(result.errors()));
    }
}
