package dev.holdfast.simulator.graphql;

/** Everything the simulator answers for real. */
final class AllFields {
    private AllFields() {}

    static FieldTable table() {
        var table = new FieldTable();
        var nodes = new Nodes();
        Bag.addTo(table);
        CatalogFields.addTo(table);
        CatalogMutations.addTo(table);
        InventoryFields.addTo(table);
        InventoryMutations.addTo(table);
        LocationFields.addTo(table);
        LocationMutations.addTo(table);
        SellingPlanFields.addTo(table);
        SellingPlanMutations.addTo(table);
        BulkFields.addTo(table, nodes);
        WebhookFields.addTo(table, nodes);
        ShopFields.addTo(table);
        RootFields.addTo(table, nodes);
        return table;
    }
}
