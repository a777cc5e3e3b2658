package dev.holdfast.order;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shop.refresh.Refreshes.Hint;
import dev.holdfast.shopify.inbox.Webhook;
import dev.holdfast.shopify.inbox.WebhookHandler;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever happened to an order: it is read again, because a webhook lacks the selling plans and may be old.
 */
final class OrderWebhooks implements WebhookHandler {
    private static final Set<String> BY_ID = Set.of(
            "orders/create",
            "orders/updated",
            "orders/cancelled",
            "orders/paid",
            "orders/fulfilled",
            "orders/partially_fulfilled",
            "orders/delete");
    private static final Set<String> BY_ORDER_ID = Set.of(
            "refunds/create",
            "order_transactions/create",
            "fulfillments/create",
            "fulfillments/update",
            "fulfillment_events/create");
    private static final Set<String> RETURNS =
            Set.of("returns/approve", "returns/update", "returns/cancel", "returns/close");

    private final Refreshes refreshes;

    OrderWebhooks(Refreshes refreshes) {
        this.refreshes = refreshes;
    }

    @Override
    public Set<String> topics() {
        var all = new TreeSet<>(BY_ID);
        all.addAll(BY_ORDER_ID);
        all.addAll(RETURNS);
        all.add("orders/edited");
        return all;
    }

    @Override
    public void handle(JdbcClient sql, ShopId shop, List<Webhook> webhooks) {
        var ids = new TreeSet<Long>();
        for (var webhook : webhooks) {
            ids.add(order(webhook));
        }
        refreshes.mark(
                sql, shop, new Hint(OrderMirror.NAME, ids, webhooks.getFirst().topic()));
    }

    private static long order(Webhook webhook) {
        var topic = webhook.topic();
        if (BY_ORDER_ID.contains(topic)) {
            return webhook.number("order_id");
        }
        if (topic.equals("orders/edited")) {
            return webhook.number("order_edit", "order_id");
        }
        return RETURNS.contains(topic) ? webhook.number("order", "id") : webhook.number("id");
    }
}
