package dev.holdfast.trade;

import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Faults planted by lot, each in a thing of its own: rows of ours altered or deleted, and changes in Shopify that no
 * webhook tells of.
 */
final class Drift {
    private final TradingShop trading;
    private final Deque<Order> orders = new ArrayDeque<>();
    private final Deque<FulfillmentOrder> held = new ArrayDeque<>();
    private final Deque<Variant> variants = new ArrayDeque<>();
    /** {@code kind id} of what was broken, and of what changed with it. */
    private final Set<String> broken = new TreeSet<>();

    private final Set<String> touched = new TreeSet<>();
    private final Set<String> markedPaid = new TreeSet<>();
    private final Deque<SellingPlan> plans;

    Drift(TradingShop trading, long seed) {
        this.trading = trading;
        plans = new ArrayDeque<>(OwnPlans.of(trading));
        var random = new Random(seed);
        var holding = new TreeSet<Long>();
        for (var of : shuffled(trading.shop.truth().fulfillmentOrders(), random)) {
            if (!of.holds().isEmpty() && holding.add(of.order().number())) {
                held.add(of);
            }
        }
        for (var order : shuffled(trading.shop.truth().orders(), random)) {
            if (!holding.contains(order.id().number())) {
                orders.add(order);
            }
        }
        // One variant of each product, for a product is one thing; and none that an order to be shipped has.
        var products = new TreeSet<Long>();
        for (var variant :
                shuffled(List.copyOf(trading.shop.catalog().variants().all().toList()), random)) {
            if (products.add(variant.product().number())) {
                variants.add(variant);
            }
        }
    }

    private static <T> List<T> shuffled(List<T> all, Random random) {
        var copy = new ArrayList<>(all);
        Collections.shuffle(copy, random);
        return copy;
    }

    Set<String> broken() {
        return broken;
    }

    /** Orders of which no repair changes what was done. */
    Set<String> markedPaid() {
        return markedPaid;
    }

    /** With those that a fault in Shopify changed besides. */
    Set<String> touched() {
        return touched;
    }

    /** Plants so many, of all sorts in turn. */
    void plant(int faults) {
        List<Supplier<String>> sorts = List.of(
                this::anOrderIsDeletedHere,
                this::aLineIsAltered,
                this::stockIsAltered,
                this::aHoldIsDeletedHere,
                this::aLineIsDeletedHere,
                this::aPolicyIsAltered,
                this::aFulfillmentOrderIsAltered,
                this::staffCountsUntold,
                this::aVariantIsForgottenHere,
                this::staffChangesAPolicyUntold,
                this::stockIsDeletedHere,
                this::staffShipsUntold,
                this::staffHoldsUntold,
                this::staffReleasesUntold,
                this::aTitleIsAltered,
                this::staffDeletesAVariantUntold,
                this::staffChangesAPlanPriceUntold,
                this::aPlanPriceIsAltered,
                this::staffMarksAnOrderAsPaidUntold);
        for (int at = 0; at < faults; at++) {
            var subject = sorts.get(at % sorts.size()).get();
            if (!broken.add(subject)) {
                throw new IllegalStateException("Two faults in " + subject);
            }
        }
        touched.addAll(broken);
    }

    private String anOrderIsDeletedHere() {
        long order = orders.remove().id().number();
        for (var table : List.of(
                "fulfillment_hold", "fulfillment_order_line", "fulfillment_order", "order_line", "customer_order")) {
            change("delete from " + table + " where order_id = " + order, -1);
        }
        return "order " + order;
    }

    private String aLineIsAltered() {
        long order = orders.remove().id().number();
        change("update order_line set open = open + 1 where order_id = " + order, -1);
        return "order " + order;
    }

    private String aLineIsDeletedHere() {
        long order = orders.remove().id().number();
        change("""
                delete from order_line where line_id = (select min(line_id) from order_line where order_id = %d)
                """.formatted(order), 1);
        return "order " + order;
    }

    private String aFulfillmentOrderIsAltered() {
        long order = orders.remove().id().number();
        change("update fulfillment_order set status = 'CLOSED' where order_id = " + order, -1);
        return "order " + order;
    }

    private String aHoldIsDeletedHere() {
        var of = held.remove();
        change(
                "delete from fulfillment_hold where fulfillment_order_id = "
                        + of.id().number(),
                1);
        return "order " + of.order().number();
    }

    private String stockIsAltered() {
        long item = variants.remove().item().number();
        change("update stock_level set available = available - 7 where inventory_item_id = " + item, 1);
        return "stock " + item;
    }

    private String stockIsDeletedHere() {
        long item = variants.remove().item().number();
        change("delete from stock_level where inventory_item_id = " + item, 1);
        return "stock " + item;
    }

    private String aPolicyIsAltered() {
        var variant = variants.remove();
        change(
                "update variant set policy = '%s' where variant_id = %d"
                        .formatted(other(variant.policy()), variant.id().number()),
                1);
        return "product " + variant.product().number();
    }

    private String aVariantIsForgottenHere() {
        var variant = variants.remove();
        change(
                "update variant set gone_at = now() where variant_id = "
                        + variant.id().number(),
                1);
        return "product " + variant.product().number();
    }

    private String aTitleIsAltered() {
        long product = variants.remove().product().number();
        change("update product set title = 'Something else' where product_id = " + product, 1);
        return "product " + product;
    }

    private String staffCountsUntold() {
        var variant = variants.remove();
        var location =
                trading.shop.locations().all().all().findFirst().orElseThrow().id();
        trading.shop.staff().count(variant.item(), location, QuantityName.AVAILABLE, 4_711);
        return "stock " + variant.item().number();
    }

    private String staffChangesAPolicyUntold() {
        var variant = variants.remove();
        trading.shop.staff().policy(variant.id(), other(variant.policy()));
        return "product " + variant.product().number();
    }

    private String staffDeletesAVariantUntold() {
        var variant = variants.remove();
        trading.shop.staff().deleteVariant(variant.id());
        touched.add("stock " + variant.item().number());
        // Its lines name no variant any more.
        trading.shop.truth().orders().stream()
                .filter(order -> order.lines().stream()
                        .anyMatch(line -> variant.id().equals(line.sale().variant())))
                .forEach(order -> touched.add("order " + order.id().number()));
        return "product " + variant.product().number();
    }

    private String staffShipsUntold() {
        var order = orders.remove();
        trading.shop.staff().shipAll(order.id());
        touchStockOf(order);
        return "order " + order.id().number();
    }

    private void touchStockOf(Order order) {
        order.lines()
                .forEach(line -> trading.shop
                        .catalog()
                        .variants()
                        .all()
                        .filter(variant -> variant.id().equals(line.sale().variant()))
                        .forEach(
                                variant -> touched.add("stock " + variant.item().number())));
    }

    private String staffHoldsUntold() {
        var order = orders.remove();
        var of = trading.shop.truth().fulfillmentOrders().stream()
                .filter(each -> each.order().equals(order.id()))
                .findFirst()
                .orElseThrow();
        trading.shop.staff().hold(of.id(), "looked at by hand");
        return "order " + order.id().number();
    }

    private String staffReleasesUntold() {
        var of = held.remove();
        trading.shop.staff().releaseAll(of.id());
        return "order " + of.order().number();
    }

    private String staffChangesAPlanPriceUntold() {
        var plan = plans.remove();
        trading.shop.staff().planPrice(plan.id(), 20).value();
        return "selling plan group " + plan.group().number();
    }

    private String aPlanPriceIsAltered() {
        long group = plans.remove().group().number();
        change("update selling_plan set price = 'PERCENTAGE 99 %' where group_id = " + group, 1);
        return "selling plan group " + group;
    }

    private String staffMarksAnOrderAsPaidUntold() {
        var order = orders.remove();
        var line = order.lines().getFirst();
        trading.shop
                .staff()
                .editFirstLine(order.id(), line.currentQuantity() + 5, true)
                .value();
        trading.shop.orders().markAsPaid(order.id()).value();
        touchStockOf(order);
        markedPaid.add("order " + order.id().number());
        return "order " + order.id().number();
    }

    private static InventoryPolicy other(InventoryPolicy policy) {
        return policy == InventoryPolicy.DENY ? InventoryPolicy.CONTINUE : InventoryPolicy.DENY;
    }

    /** {@code rows} below zero is any number of them. */
    private void change(String sql, int rows) {
        int changed = trading.database.superuser().sql(sql).update();
        if (rows >= 0 && changed != rows) {
            throw new IllegalStateException(changed + " rows instead of " + rows + ": " + sql);
        }
    }
}
