package dev.holdfast.shopify.subscription;

import java.util.Set;

/**
 * What Holdfast wants to hear, and what each takes; the names are those of Shopify's {@code WebhookSubscriptionTopic}.
 *
 * <p>Each has a handler: what nothing uses yet, such as payment terms, is not asked for. The topics of privacy law are not
 * among them: they are subscribed to in the app's own settings at Shopify.
 */
enum Topic {
    APP_UNINSTALLED,
    APP_SCOPES_UPDATE,
    ORDERS_CREATE("read_orders"),
    ORDERS_UPDATED("read_orders"),
    ORDERS_CANCELLED("read_orders"),
    ORDERS_EDITED("read_orders"),
    ORDERS_PAID("read_orders"),
    ORDERS_DELETE("read_orders"),
    REFUNDS_CREATE("read_orders"),
    ORDER_TRANSACTIONS_CREATE("read_orders"),
    RETURNS_APPROVE("read_returns"),
    RETURNS_UPDATE("read_returns"),
    RETURNS_CANCEL("read_returns"),
    RETURNS_CLOSE("read_returns"),
    INVENTORY_LEVELS_UPDATE("read_inventory"),
    INVENTORY_LEVELS_CONNECT("read_inventory"),
    INVENTORY_LEVELS_DISCONNECT("read_inventory"),
    INVENTORY_ITEMS_UPDATE("read_inventory", "read_products"),
    INVENTORY_ITEMS_DELETE("read_inventory", "read_products"),
    INVENTORY_TRANSFERS_READY_TO_SHIP("read_inventory_transfers"),
    INVENTORY_TRANSFERS_COMPLETE("read_inventory_transfers"),
    INVENTORY_TRANSFERS_CANCEL("read_inventory_transfers"),
    INVENTORY_TRANSFERS_ADD_ITEMS("read_inventory_transfers"),
    INVENTORY_TRANSFERS_REMOVE_ITEMS("read_inventory_transfers"),
    INVENTORY_TRANSFERS_UPDATE_ITEM_QUANTITIES("read_inventory_transfers"),
    INVENTORY_TRANSFERS_UPDATED("read_inventory_transfers"),
    INVENTORY_SHIPMENTS_CREATE("read_inventory_shipments"),
    INVENTORY_SHIPMENTS_MARK_IN_TRANSIT("read_inventory_shipments"),
    INVENTORY_SHIPMENTS_UPDATE_TRACKING("read_inventory_shipments"),
    INVENTORY_SHIPMENTS_ADD_ITEMS("read_inventory_shipments"),
    INVENTORY_SHIPMENTS_REMOVE_ITEMS("read_inventory_shipments"),
    INVENTORY_SHIPMENTS_UPDATE_ITEM_QUANTITIES("read_inventory_shipments"),
    INVENTORY_SHIPMENTS_DELETE("read_inventory_shipments"),
    INVENTORY_SHIPMENTS_RECEIVE_ITEMS("read_inventory_shipments_received_items"),
    PRODUCTS_CREATE("read_products"),
    PRODUCTS_UPDATE("read_products"),
    PRODUCTS_DELETE("read_products"),
    SELLING_PLAN_GROUPS_CREATE("read_products"),
    SELLING_PLAN_GROUPS_UPDATE("read_products"),
    SELLING_PLAN_GROUPS_DELETE("read_products"),
    FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE(Names.ANY_FULFILLMENT_ORDERS),
    FULFILLMENT_ORDERS_SPLIT(Names.ANY_FULFILLMENT_ORDERS),
    FULFILLMENT_ORDERS_MERGED(Names.ANY_FULFILLMENT_ORDERS),
    FULFILLMENT_ORDERS_MOVED(Names.ANY_FULFILLMENT_ORDERS),
    FULFILLMENT_ORDERS_RESCHEDULED(Names.ANY_FULFILLMENT_ORDERS),
    FULFILLMENT_ORDERS_SCHEDULED_FULFILLMENT_ORDER_READY(Names.ANY_FULFILLMENT_ORDERS),
    FULFILLMENT_ORDERS_CANCELLED(Names.ANY_FULFILLMENT_ORDERS),
    FULFILLMENT_HOLDS_ADDED(Names.ANY_FULFILLMENT_ORDERS),
    FULFILLMENT_HOLDS_RELEASED(Names.ANY_FULFILLMENT_ORDERS),
    FULFILLMENTS_CREATE("read_fulfillments"),
    FULFILLMENTS_UPDATE("read_fulfillments"),
    FULFILLMENT_EVENTS_CREATE("read_fulfillments"),
    LOCATIONS_CREATE("read_locations"),
    LOCATIONS_UPDATE("read_locations"),
    LOCATIONS_ACTIVATE("read_locations"),
    LOCATIONS_DEACTIVATE("read_locations"),
    LOCATIONS_DELETE("read_locations");

    /** Constants of an enumeration cannot use those declared after them. */
    private static final class Names {
        static final String[] ANY_FULFILLMENT_ORDERS = {
            "read_merchant_managed_fulfillment_orders", "read_third_party_fulfillment_orders"
        };
    }

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> anyOf;

    Topic(String... anyOf) {
        this.anyOf = Set.of(anyOf);
    }

    /** One of these scopes suffices; none is needed when it is empty. */
    Set<String> anyOf() {
        return anyOf;
    }
}
