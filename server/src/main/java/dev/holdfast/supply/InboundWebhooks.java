package dev.holdfast.supply;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.refresh.Refreshes;
import dev.holdfast.shop.refresh.Refreshes.Hint;
import dev.holdfast.shopify.inbox.Webhook;
import dev.holdfast.shopify.inbox.WebhookHandler;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Transfers and shipments that changed; no topic of stock levels tells of what is incoming. */
final class InboundWebhooks implements WebhookHandler {
    private static final List<Inbound> KINDS = List.of(Inbound.TRANSFER, Inbound.SHIPMENT);

    private final Refreshes refreshes;

    InboundWebhooks(Refreshes refreshes) {
        this.refreshes = refreshes;
    }

    @Override
    public Set<String> topics() {
        return Set.of(
                "inventory_transfers/ready_to_ship",
                "inventory_transfers/complete",
                "inventory_transfers/cancel",
                "inventory_transfers/add_items",
                "inventory_transfers/remove_items",
                "inventory_transfers/update_item_quantities",
                "inventory_transfers/updated",
                "inventory_shipments/create",
                "inventory_shipments/mark_in_transit",
                "inventory_shipments/update_tracking",
                "inventory_shipments/add_items",
                "inventory_shipments/remove_items",
                "inventory_shipments/update_item_quantities",
                "inventory_shipments/delete",
                "inventory_shipments/receive_items");
    }

    @Override
    public void handle(JdbcClient sql, ShopId shop, List<Webhook> webhooks) {
        var why = webhooks.getFirst().topic();
        for (var kind : KINDS) {
            var named = webhooks.stream()
                    .flatMap(webhook -> webhook.named(kind.type()).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            refreshes.mark(sql, shop, new Hint(kind.name(), named, why));
        }
        // What was taken off is no longer among the lines, but named here.
        var items = webhooks.stream()
                .flatMap(webhook -> webhook.named("InventoryItem").stream())
                .collect(Collectors.toCollection(TreeSet::new));
        refreshes.mark(sql, shop, new Hint(StockMirror.NAME, items, why));
    }
}
