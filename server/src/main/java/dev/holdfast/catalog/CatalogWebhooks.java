package dev.holdfast.catalog;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shopify.inbox.Webhook;
import dev.holdfast.shopify.inbox.WebhookHandler;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products, inventory items and locations that changed: read again, deleted ones too, which are then not found. */
final class CatalogWebhooks implements WebhookHandler {
    private final Refreshes refreshes;

    CatalogWebhooks(Refreshes refreshes) {
        this.refreshes = refreshes;
    }

    @Override
    public Set<String> topics() {
        return Set.of(
                "products/create",
                "products/update",
                "products/delete",
                "inventory_items/update",
                "inventory_items/delete",
                "locations/create",
                "locations/update",
                "locations/activate",
                "locations/deactivate",
                "locations/delete");
    }

    @Override
    public void handle(JdbcClient sql, ShopId shop, List<Webhook> webhooks) {
        for (var webhook : webhooks) {
            var ids = List.of(webhook.number("id"));
            switch (webhook.topic().substring(0, webhook.topic().indexOf('/'))) {
                case "locations" -> mark(sql, shop, LocationMirror.NAME, ids, webhook);
                case "products" -> mark(sql, shop, ProductMirror.NAME, ids, webhook);
                default -> mark(sql, shop, ProductMirror.NAME, ProductRows.ofItems(sql, shop, ids), webhook);
            }
        }
    }

    private void mark(JdbcClient sql, ShopId shop, String kind, List<Long> ids, Webhook webhook) {
        refreshes.mark(sql, shop, new Refreshes.Hint(kind, ids, webhook.topic()));
    }
}
