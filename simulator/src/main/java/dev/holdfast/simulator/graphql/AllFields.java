package dev.holdfast.simulator.graphql;

/** Everything the simulator answers for real. */
final class AllFields {
    static final Nodes NODES = new Nodes();
    private static final FieldTable TABLE = new FieldTable();

    static {
        Bag.addTo(TABLE);
        CatalogFields.addTo(TABLE);
        CatalogMutations.addTo(TABLE);
        InventoryFields.addTo(TABLE);
        InventoryMutations.addTo(TABLE);
        LocationFields.addTo(TABLE);
        LocationMutations.addTo(TABLE);
        SellingPlanFields.addTo(TABLE);
        SellingPlanMutations.addTo(TABLE);
        OrderFields.addTo(TABLE);
        OrderMutations.addTo(TABLE);
        LineFields.addTo(TABLE);
        PaymentFields.addTo(TABLE);
        PaymentMutations.addTo(TABLE);
        FulfillmentOrderFields.addTo(TABLE);
        FulfillmentOrderMutations.addTo(TABLE);
        FulfillmentFields.addTo(TABLE);
        FulfillmentMutations.addTo(TABLE);
        EditFields.addTo(TABLE);
        RefundFields.addTo(TABLE);
        RefundMutations.addTo(TABLE);
        TransferFields.addTo(TABLE);
        TransferMutations.addTo(TABLE);
        MetafieldFields.addTo(TABLE);
        BulkFields.addTo(TABLE, NODES);
        WebhookFields.addTo(TABLE, NODES);
        ShopFields.addTo(TABLE);
        RootFields.addTo(TABLE, NODES);
        OrderRoots.addTo(TABLE, NODES);
    }

    private AllFields() {}

    static FieldTable table() {
        return TABLE;
    }
}
