package dev.holdfast.order;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.mirror.Branch;
import dev.holdfast.shop.mirror.Facts;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shop.refresh.Refreshes.Hint;
import dev.holdfast.shopify.Granted;
import dev.holdfast.shopify.OptionalFeature;
import dev.holdfast.shopify.client.Document;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our copy of a shop's orders: the open ones, and those that were. */
final class OrderMirror implements Mirror<Order> {
    static final String NAME = "order";

    /** Shopify routes within minutes, and tells when it has; this is for the case that we do not hear it. */
    private static final Duration ROUTING = Duration.ofMinutes(1);

    private static final Duration ROUTING_GIVEN_UP = Duration.ofDays(1);

    /** Shopify shows orders of 60 days without {@code read_all_orders} [D: access scopes]; a day less, for clocks differ. */
    private static final Duration SEEN = Duration.ofDays(59);

    private final Supplier<List<OrdersChanged>> listeners;
    private final Refreshes refreshes;
    private final Granted granted;
    private final InstantSource clock;

    /** The listeners are asked for late: they may need what needs this. */
    OrderMirror(Supplier<List<OrdersChanged>> listeners, Refreshes refreshes, Granted granted, InstantSource clock) {
        this.listeners = listeners;
        this.refreshes = refreshes;
        this.granted = granted;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String type() {
        return "Order";
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public Document some() {
        return Document.named("read/orders");
    }

    @Override
    public Document all() {
        return Document.named("read/all-orders");
    }

    @Override
    public Order read(Branch branch, Instant readAt) {
        return OrderReading.read(branch, readAt);
    }

    @Override
    public Optional<String> oddity(Branch branch) {
        return Payments.oddity(branch);
    }

    @Override
    public long id(Order order) {
        return order.id();
    }

    @Override
    public Facts facts(Order order) {
        var values = new TreeMap<String, String>();
        values.put("is cancelled", String.valueOf(order.cancelledAt().isPresent()));
        values.put("is closed", String.valueOf(order.closedAt().isPresent()));
        values.put("placed at", order.placedAt().toString());
        values.put("currency", order.currency());
        values.put("financial status", order.financialStatus().orElse(""));
        for (var line : order.lines()) {
            var name = "line " + line.id();
            values.put(name + " variant", line.variant().map(String::valueOf).orElse("deleted"));
            values.put(name + " SKU", line.sku().orElse(""));
            values.put(name + " units ordered", String.valueOf(line.ordered()));
            values.put(name + " units wanted", String.valueOf(line.wanted()));
            values.put(name + " units open", String.valueOf(line.open()));
            values.put(
                    name + " selling plan",
                    line.plan().map(plan -> plan.id() + " " + plan.name()).orElse("none"));
        }
        order.fulfillmentOrders().forEach(of -> add(of, values));
        return new Facts("order " + order.name(), order.updatedAt(), order.readAt(), values);
    }

    private static void add(Order.FulfillmentOrder of, Map<String, String> values) {
        var name = "fulfillment order " + of.id();
        values.put(name + " status", of.status());
        values.put(name + " location", of.location().map(String::valueOf).orElse("none"));
        values.put(name + " is a fulfillment service's", String.valueOf(of.byService()));
        values.put(name + " fulfil at", of.fulfillAt().map(Instant::toString).orElse("none"));
        of.parts()
                .forEach(part -> values.put(
                        name + " units of line " + part.line(), part.remaining() + " of " + part.total() + " remain"));
        of.holds()
                .forEach(hold -> values.put(
                        name + " hold " + hold.id(),
                        hold.reason() + " " + hold.handle() + (hold.ours() ? " (ours)" : "")));
    }

    @Override
    public List<Long> write(JdbcClient sql, ShopId shop, List<Order> orders, Instant now) {
        var kept = OrderRows.write(sql, shop, orders, now);
        var keptIds = new HashSet<>(kept);
        var unrouted = orders.stream()
                .filter(order -> keptIds.contains(order.id()) && order.awaitsRouting())
                .filter(order -> order.createdAt().plus(ROUTING_GIVEN_UP).isAfter(order.readAt()))
                .map(Order::id)
                .toList();
        refreshes.markIn(sql, shop, new Hint(NAME, unrouted, "Shopify has not routed it yet"), ROUTING);
        if (!kept.isEmpty()) {
            listeners.get().forEach(listener -> listener.changed(sql, shop, kept));
        }
        return kept;
    }

    @Override
    public List<Order> load(JdbcClient sql, ShopId shop, Collection<Long> ids) {
        return OrderLoading.load(sql, shop, ids);
    }

    @Override
    public void gone(JdbcClient sql, ShopId shop, Collection<Long> ids, Instant at, Instant now) {
        // An order that grew too old to be shown is not gone.
        var gone = OrderRows.gone(sql, shop, ids, new OrderRows.Missing(at, seenSince(sql, shop, at), now));
        if (!gone.isEmpty()) {
            listeners.get().forEach(listener -> listener.changed(sql, shop, gone));
        }
    }

    @Override
    public List<Long> known(JdbcClient sql, ShopId shop) {
        return sql.sql("""
                        select order_id from customer_order
                        where shop_id = :shop and gone_at is null and cancelled_at is null and closed_at is null
                          and created_at >= :since
                        """)
                .param("shop", shop.value())
                .param("since", Timestamp.from(seenSince(sql, shop, clock.instant())))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private Instant seenSince(JdbcClient sql, ShopId shop, Instant at) {
        return granted.isOn(sql, shop, OptionalFeature.OLD_ORDERS) ? Instant.EPOCH : at.minus(SEEN);
    }
}
