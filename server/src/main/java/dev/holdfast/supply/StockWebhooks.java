package dev.holdfast.supply;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shopify.inbox.Webhook;
import dev.holdfast.shopify.inbox.WebhookHandler;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stock that changed: the webhook tells of {@code available} alone, so all states of the item are read again. */
final class StockWebhooks implements WebhookHandler {
    private final Refreshes refreshes;

    StockWebhooks(Refreshes refreshes) {
        this.refreshes = refreshes;
    }

    @Override
    public Set<String> topics() {
        return Set.of("inventory_levels/update", "inventory_levels/connect", "inventory_levels/disconnect");
    }

    @Override
    public void handle(JdbcClient sql, ShopId shop, List<Webhook> webhooks) {
        var items = webhooks.stream()
                .map(webhook -> webhook.number("inventory_item_id"))
                .collect(Collectors.toSet());
        refreshes.mark(
                sql,
                shop,
                new Refreshes.Hint(StockMirror.NAME, items, webhooks.getFirst().topic()));
    }
}
