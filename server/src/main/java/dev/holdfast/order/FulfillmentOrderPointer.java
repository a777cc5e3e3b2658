package dev.holdfast.order;

import dev.holdfast.shop.refresh.Pointer;
import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.client.Document;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A fulfillment order we have not heard of: its order is read again. */
final class FulfillmentOrderPointer implements Pointer {
    static final String NAME = "fulfillment order";
    static final String TYPE = "FulfillmentOrder";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Document document() {
        return Document.named("read/orders-of-fulfillment-orders");
    }

    @Override
    public List<GlobalId> targets(JsonNode node) {
        var order = node.path("orderId");
        return order.isString() ? List.of(GlobalId.parse(order.asString())) : List.of();
    }
}
