package dev.holdfast.order;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shop.refresh.Refreshes.Hint;
import dev.holdfast.shopify.inbox.Webhook;
import dev.holdfast.shopify.inbox.WebhookHandler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Routing, holds, splits, merges and moves: the orders of all fulfillment orders that a webhook names are read again. */
final class FulfillmentOrderWebhooks implements WebhookHandler {
    private final Refreshes refreshes;

    FulfillmentOrderWebhooks(Refreshes refreshes) {
        this.refreshes = refreshes;
    }

    @Override
    public Set<String> topics() {
        return Set.of(
                "fulfillment_orders/order_routing_complete",
                "fulfillment_orders/placed_on_hold",
                "fulfillment_orders/hold_released",
                "fulfillment_orders/split",
                "fulfillment_orders/merged",
                "fulfillment_orders/moved",
                "fulfillment_orders/rescheduled",
                "fulfillment_orders/scheduled_fulfillment_order_ready",
                "fulfillment_orders/cancelled",
                "fulfillment_holds/added",
                "fulfillment_holds/released");
    }

    @Override
    public void handle(JdbcClient sql, ShopId shop, List<Webhook> webhooks) {
        var named = new TreeSet<Long>();
        // Payloads of these topics name them by global ids, in places that differ by topic.
        webhooks.forEach(webhook -> named.addAll(webhook.named(FulfillmentOrderPointer.TYPE)));
        var orders = new TreeSet<Long>();
        var unknown = new HashSet<>(named);
        sql.sql("""
                        select fulfillment_order_id, order_id from fulfillment_order
                        where shop_id = :shop and fulfillment_order_id = any (:ids::bigint[])
                        """)
                .param("shop", shop.value())
                .param("ids", named.toArray(Long[]::new))
                .query(row -> {
                    orders.add(row.getLong("order_id"));
                    unknown.remove(row.getLong("fulfillment_order_id"));
                });
        var why = webhooks.getFirst().topic();
        refreshes.mark(sql, shop, new Hint(OrderMirror.NAME, orders, why));
        refreshes.mark(sql, shop, new Hint(FulfillmentOrderPointer.NAME, unknown, why));
    }
}
