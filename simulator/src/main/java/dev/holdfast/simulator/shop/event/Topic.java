package dev.holdfast.simulator.shop.event;

/** A webhook topic, as {@code WebhookSubscriptionTopic}; those the simulator raises. */
public enum Topic {
    ORDERS_CREATE("orders/create"),
    ORDERS_UPDATED("orders/updated"),
    ORDERS_CANCELLED("orders/cancelled"),
    ORDERS_DELETE("orders/delete"),
    ORDERS_EDITED("orders/edited"),
    ORDERS_PAID("orders/paid"),
    ORDERS_FULFILLED("orders/fulfilled"),
    ORDERS_PARTIALLY_FULFILLED("orders/partially_fulfilled"),
    REFUNDS_CREATE("refunds/create"),
    ORDER_TRANSACTIONS_CREATE("order_transactions/create"),
    RETURNS_APPROVE("returns/approve"),
    RETURNS_PROCESS("returns/process"),
    RETURNS_UPDATE("returns/update"),
    RETURNS_CANCEL("returns/cancel"),
    RETURNS_CLOSE("returns/close"),
    RETURNS_REOPEN("returns/reopen"),
    INVENTORY_LEVELS_UPDATE("inventory_levels/update"),
    INVENTORY_LEVELS_CONNECT("inventory_levels/connect"),
    INVENTORY_LEVELS_DISCONNECT("inventory_levels/disconnect"),
    INVENTORY_ITEMS_CREATE("inventory_items/create"),
    INVENTORY_ITEMS_UPDATE("inventory_items/update"),
    INVENTORY_ITEMS_DELETE("inventory_items/delete"),
    INVENTORY_TRANSFERS_READY_TO_SHIP("inventory_transfers/ready_to_ship"),
    INVENTORY_TRANSFERS_COMPLETE("inventory_transfers/complete"),
    INVENTORY_TRANSFERS_CANCEL("inventory_transfers/cancel"),
    INVENTORY_TRANSFERS_UPDATED("inventory_transfers/updated"),
    INVENTORY_SHIPMENTS_CREATE("inventory_shipments/create"),
    INVENTORY_SHIPMENTS_MARK_IN_TRANSIT("inventory_shipments/mark_in_transit"),
    INVENTORY_SHIPMENTS_UPDATE_TRACKING("inventory_shipments/update_tracking"),
    INVENTORY_SHIPMENTS_UPDATE_ITEM_QUANTITIES("inventory_shipments/update_item_quantities"),
    INVENTORY_SHIPMENTS_DELETE("inventory_shipments/delete"),
    INVENTORY_SHIPMENTS_RECEIVE_ITEMS("inventory_shipments/receive_items"),
    PRODUCTS_CREATE("products/create"),
    PRODUCTS_UPDATE("products/update"),
    PRODUCTS_DELETE("products/delete"),
    VARIANTS_IN_STOCK("variants/in_stock"),
    VARIANTS_OUT_OF_STOCK("variants/out_of_stock"),
    SELLING_PLAN_GROUPS_CREATE("selling_plan_groups/create"),
    SELLING_PLAN_GROUPS_UPDATE("selling_plan_groups/update"),
    SELLING_PLAN_GROUPS_DELETE("selling_plan_groups/delete"),
    FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE("fulfillment_orders/order_routing_complete"),
    FULFILLMENT_ORDERS_PLACED_ON_HOLD("fulfillment_orders/placed_on_hold"),
    FULFILLMENT_ORDERS_HOLD_RELEASED("fulfillment_orders/hold_released"),
    FULFILLMENT_ORDERS_SPLIT("fulfillment_orders/split"),
    FULFILLMENT_ORDERS_MERGED("fulfillment_orders/merged"),
    FULFILLMENT_ORDERS_MOVED("fulfillment_orders/moved"),
    FULFILLMENT_ORDERS_RESCHEDULED("fulfillment_orders/rescheduled"),
    FULFILLMENT_ORDERS_SCHEDULED_FULFILLMENT_ORDER_READY("fulfillment_orders/scheduled_fulfillment_order_ready"),
    FULFILLMENT_ORDERS_CANCELLED("fulfillment_orders/cancelled"),
    FULFILLMENT_HOLDS_ADDED("fulfillment_holds/added"),
    FULFILLMENT_HOLDS_RELEASED("fulfillment_holds/released"),
    FULFILLMENTS_CREATE("fulfillments/create"),
    FULFILLMENTS_UPDATE("fulfillments/update"),
    FULFILLMENT_EVENTS_CREATE("fulfillment_events/create"),
    PAYMENT_SCHEDULES_DUE("payment_schedules/due"),
    PAYMENT_TERMS_CREATE("payment_terms/create"),
    PAYMENT_TERMS_UPDATE("payment_terms/update"),
    PAYMENT_TERMS_DELETE("payment_terms/delete"),
    LOCATIONS_CREATE("locations/create"),
    LOCATIONS_UPDATE("locations/update"),
    LOCATIONS_ACTIVATE("locations/activate"),
    LOCATIONS_DEACTIVATE("locations/deactivate"),
    LOCATIONS_DELETE("locations/delete"),
    CUSTOMERS_CREATE("customers/create"),
    CUSTOMERS_UPDATE("customers/update"),
    DRAFT_ORDERS_CREATE("draft_orders/create"),
    DRAFT_ORDERS_UPDATE("draft_orders/update"),
    PROFILES_UPDATE("profiles/update");

    private final String wire;

    Topic(String wire) {
        this.wire = wire;
    }

    /** As in the webhook's header. */
    public String wire() {
        return wire;
    }
}
