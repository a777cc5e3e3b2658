package dev.holdfast.supply;

import dev.holdfast.shop.refresh.Pointer;
import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.client.Document;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A transfer or shipment of Shopify's, which changes what is {@code incoming}: the stock of its items is read again.
 *
 * @param name stored with hints
 * @param type in global ids
 */
record Inbound(String name, String type, Document document) implements Pointer {
    static final Inbound TRANSFER =
            new Inbound("inventory transfer", "InventoryTransfer", Document.named("read/items-of-transfers"));
    static final Inbound SHIPMENT =
            new Inbound("inventory shipment", "InventoryShipment", Document.named("read/items-of-shipments"));

    @Override
    public List<GlobalId> targets(JsonNode node) {
        return node.path("lineItems")
                .path("nodes")
                .valueStream()
                .map(line -> line.path("inventoryItem").path("id"))
                .filter(JsonNode::isString)
                .map(id -> GlobalId.parse(id.asString()))
                .toList();
    }
}
