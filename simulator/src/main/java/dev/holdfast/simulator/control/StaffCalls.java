package dev.holdfast.simulator.control;

import dev.holdfast.simulator.http.Refusal;
import dev.holdfast.simulator.shop.Orders;
import dev.holdfast.simulator.shop.Result;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Id.CustomerId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderId;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.Id.ReturnId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.Return;
import java.util.Currency;
import java.util.LinkedHashMap;
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
        "return",
        "why",
        "destination",
        "selling_plan",
        "percent_off",
        "customer",
        "amount"
    };

    private static final Map<String, Work> WORK = work();

    private StaffCalls() {}

    /** One thing somebody does. */
    private interface Work {
        Map<String, Object> doIt(Shop shop, Body body);
    }

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
        Work work = WORK.get(what);
        if (work == null) {
            throw new Refusal(400, "do: is one of " + String.join(", ", WORK.keySet()) + ", not " + what);
        }
        return work.doIt(shop, body);
    }

    private static Map<String, Work> work() {
        Map<String, Work> all = new LinkedHashMap<>();
        onProducts(all);
        onCustomers(all);
        onOrders(all);
        onFulfillmentOrders(all);
        return all;
    }

    private static void onProducts(Map<String, Work> all) {
        all.put("count", StaffCalls::count);
        all.put("policy", (shop, body) -> {
            InventoryPolicy policy = body.word("policy", InventoryPolicy.class);
            return done(shop.staff().policy(variant(body), policy).id().gid());
        });
        all.put("price", (shop, body) -> {
            long minor = body.number("price");
            return done(shop.staff().price(variant(body), minor).id().gid());
        });
        all.put("plan_price", (shop, body) -> {
            SellingPlanId plan = new SellingPlanId(body.number("selling_plan"));
            return told(shop.staff().planPrice(plan, body.count("percent_off", 0)));
        });
        all.put("delete_variant", (shop, body) -> told(shop.staff().deleteVariant(variant(body))));
        all.put("delete_location", (shop, body) -> {
            LocationId destination = new LocationId(body.number("destination"));
            return told(shop.staff().deleteLocation(location(body), destination));
        });
        all.put("sell", (shop, body) -> {
            int units = body.count("quantity", 1);
            return told(shop.staff().sellAtCounter(location(body), variant(body), units));
        });
    }

    private static void onCustomers(Map<String, Work> all) {
        all.put("store_credit", (shop, body) -> {
            Currency currency = shop.settings().currency();
            CustomerId customer = new CustomerId(body.number("customer"));
            return told(shop.customers().credit(customer, new Money(body.number("amount"), currency), null));
        });
    }

    private static void onOrders(Map<String, Work> all) {
        all.put("cancel", (shop, body) -> {
            String reason = body.text("reason").orElse("other");
            Orders.Cancel how = Orders.Cancel.restocked(body.word("reason", Order.Reason.class, reason));
            return told(shop.orders().cancel(order(body), how));
        });
        all.put("delete_order", (shop, body) -> told(shop.orders().delete(order(body))));
        all.put("fulfil", (shop, body) -> done("fulfillments: " + shop.staff().shipAll(order(body))));
        all.put(
                "edit",
                (shop, body) ->
                        told(shop.staff().editFirstLine(order(body), body.count("quantity", 0), body.flag("restock"))));
        all.put("refund", (shop, body) -> told(shop.staff().refundUnshipped(order(body))));
        all.put("ask_back", (shop, body) -> told(shop.staff().askBack(order(body))));
        all.put("approve_return", (shop, body) -> told(shop.returns().approve(returned(body))));
        all.put("decline_return", (shop, body) -> {
            Return.Decline why = new Return.Decline("OTHER", body.text("why").orElse("by hand"));
            return told(shop.returns().decline(returned(body), why));
        });
        all.put("mark_paid", (shop, body) -> told(shop.orders().markAsPaid(order(body))));
        all.put("note", (shop, body) -> told(shop.orders().note(order(body), body.needed("why"))));
    }

    private static void onFulfillmentOrders(Map<String, Work> all) {
        all.put("hold", (shop, body) -> {
            String why = body.text("why").orElse("by hand");
            return told(shop.staff().hold(fulfillmentOrder(body), why));
        });
        all.put("release", (shop, body) -> told(shop.staff().releaseAll(fulfillmentOrder(body))));
        all.put("move", (shop, body) -> told(shop.staff().move(fulfillmentOrder(body), location(body))));
    }

    private static Map<String, Object> count(Shop shop, Body body) {
        String state = body.text("state").orElse("available");
        var level = shop.staff()
                .count(
                        new InventoryItemId(body.number("item")),
                        location(body),
                        body.word("state", QuantityName.class, state),
                        body.count("quantity", 0));
        return done(level.gid());
    }

    private static ProductVariantId variant(Body body) {
        return new ProductVariantId(body.number("variant"));
    }

    private static LocationId location(Body body) {
        return new LocationId(body.number("location"));
    }

    private static OrderId order(Body body) {
        return new OrderId(body.number("order"));
    }

    private static ReturnId returned(Body body) {
        return new ReturnId(body.number("return"));
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
