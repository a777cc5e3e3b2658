package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Table;
import dev.holdfast.simulator.shop.state.InventoryItem;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.Row;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** Where a query begins: single things by id, lists of things, and the shop. */
final class RootFields {
    private static final Search<Product> PRODUCTS = new Search<Product>()
            .id("id", product -> product.id().number())
            .text("status", product -> product.status().name())
            .text("title", Product::title)
            .text("handle", Product::handle)
            .texts("tag", product -> product.tags().stream())
            .time("created_at", Product::createdAt)
            .time("updated_at", Product::updatedAt);
    private static final Search<Variant> VARIANTS = new Search<Variant>()
            .id("id", variant -> variant.id().number())
            .id("product_id", variant -> variant.product().number())
            .text("sku", Variant::sku)
            .text("barcode", Variant::barcode)
            .time("updated_at", Variant::updatedAt);
    private static final Search<InventoryItem> ITEMS = new Search<InventoryItem>()
            .id("id", item -> item.id().number())
            .text("sku", InventoryItem::sku)
            .time("created_at", InventoryItem::createdAt)
            .time("updated_at", InventoryItem::updatedAt);
    private static final Search<Location> LOCATIONS = new Search<Location>()
            .id("id", location -> location.id().number())
            .text("name", Location::name)
            .is("active", value -> location -> location.active() == value.equals("true"));

    private RootFields() {}

    static void addTo(FieldTable table, Nodes nodes) {
        var query = table.on("QueryRoot", Api.class)
                .value("shop", Api::shop)
                .value("currentAppInstallation", api -> new ShopFields.Installation(api.app()))
                .value("inventoryProperties", api -> new InventoryFields.Properties())
                .read("node", (api, call) -> nodes.find(call.arguments().text("id"), api))
                .read(
                        "nodes",
                        (api, call) -> call.arguments().texts("ids").stream()
                                .map(id -> nodes.find(id, api))
                                .toList());
        one(
                query,
                nodes,
                "product",
                "Product",
                (api, id) -> api.shop().catalog().products().find(id));
        one(
                query,
                nodes,
                "productVariant",
                "ProductVariant",
                (api, id) -> api.shop().catalog().variants().find(id));
        one(
                query,
                nodes,
                "inventoryItem",
                "InventoryItem",
                (api, id) -> api.shop().catalog().items().find(id));
        one(
                query,
                nodes,
                "location",
                "Location",
                (api, id) -> api.shop().locations().all().find(id));
        one(
                query,
                nodes,
                "deliveryProfile",
                "DeliveryProfile",
                (api, id) -> api.shop().deliveryProfiles().all().find(id));
        one(
                query,
                nodes,
                "sellingPlanGroup",
                "SellingPlanGroup",
                (api, id) -> api.shop().sellingPlans().groups().find(id));
        query.read("inventoryLevel", (api, call) -> nodes.level(call.arguments().text("id"), api));
        list(query, "products", api -> api.shop().catalog().products(), PRODUCTS);
        list(query, "productVariants", api -> api.shop().catalog().variants(), VARIANTS);
        list(query, "inventoryItems", api -> api.shop().catalog().items(), ITEMS);
        query.read("locations", RootFields::locations);
        list(query, "deliveryProfiles", api -> api.shop().deliveryProfiles().all(), new Search<>());
        query.read(
                "sellingPlanGroups",
                (api, call) -> Listing.page(
                        api.shop().sellingPlans().groups(),
                        (SellingPlanGroup group) ->
                                group.owner().equals(api.caller().app()),
                        call));
    }

    private static Page<Location> locations(Api api, Call call) {
        boolean inactiveToo = call.arguments().flag("includeInactive");
        var matching = LOCATIONS.parse(call.arguments().optionalText("query"));
        var byName = call.arguments().optionalText("sortKey").orElse("NAME").equals("NAME");
        var key = byName
                ? new Page.Key<Location>(
                        Location::name, location -> location.id().number())
                : LocationFields.KEY;
        return Page.searched(
                api.shop()
                        .locations()
                        .all()
                        .all()
                        .filter(location -> inactiveToo || location.active())
                        .filter(matching)
                        .sorted(Comparator.comparing(Location::name))
                        .toList(),
                key,
                call);
    }

    /** One thing by the argument {@code id}, and as a node; null when there is none. */
    static void one(FieldTable.Fields<Api> query, Nodes nodes, String field, String type, Finder finder) {
        nodes.on(type, (api, id) -> finder.find(api, id.number()).orElse(null));
        query.read(
                field,
                (api, call) -> finder.find(api, Ids.of(call.arguments().text("id"), type, id -> id))
                        .orElse(null));
    }

    /** Finds something by the number in its id. */
    interface Finder {
        Optional<?> find(Api api, long number);
    }

    /** A connection over the rows of a table. */
    static <V extends Row> void list(
            FieldTable.Fields<Api> query, String field, Function<Api, Table<V>> table, Search<V> search) {
        query.read(
                field,
                (api, call) -> Listing.page(
                        table.apply(api), search.parse(call.arguments().optionalText("query")), call));
    }
}
