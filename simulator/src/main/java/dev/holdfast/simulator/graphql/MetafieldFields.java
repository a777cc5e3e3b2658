package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Metafields;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Metafield;
import dev.holdfast.simulator.shop.state.MetafieldDefinition;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.Row;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.Transfer;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Values kept on things: the fields and the mutations. */
final class MetafieldFields {
    private static final int MOST_AT_ONCE = 25;
    private static final Map<String, String> SCOPES = Map.of(
            "Order", "write_orders",
            "Product", "write_products",
            "ProductVariant", "write_products",
            "Customer", "write_customers",
            "Location", "write_locations",
            "InventoryTransfer", "write_inventory_transfers",
            "SellingPlan", "write_purchase_options");

    private MetafieldFields() {}

    static void addTo(FieldTable table) {
        fields(table);
        owner(table, "Product", Product.class);
        owner(table, "ProductVariant", Variant.class);
        owner(table, "Order", Order.class);
        owner(table, "Customer", Customer.class);
        owner(table, "Location", Location.class);
        owner(table, "InventoryTransfer", Transfer.class);
        owner(table, "SellingPlan", SellingPlan.class);
        owner(table, "Shop", Shop.class, shop -> Nodes.gid(shop.id().gid()));
        owner(table, "AppInstallation", ShopFields.Installation.class, of -> Nodes.gid(of.gid()));
        table.on("Mutation", Api.class)
                .mutation("metafieldsSet", MetafieldFields::set)
                .mutation("metafieldsDelete", MetafieldFields::delete)
                .mutation("metafieldDefinitionCreate", MetafieldFields::define);
    }

    private static void fields(FieldTable table) {
        table.on("Metafield", Metafield.class)
                .id("id", Metafield::id)
                .value("namespace", Metafield::namespace)
                .value("key", Metafield::key)
                .value("type", Metafield::typeName)
                .value("value", Metafield::value)
                .value("compareDigest", Metafield::compareDigest)
                .value("ownerType", metafield -> ownerType(metafield.owner()))
                .value("createdAt", Metafield::createdAt)
                .value("updatedAt", Metafield::updatedAt);
        table.on("MetafieldDefinition", MetafieldDefinition.class)
                .id("id", MetafieldDefinition::id)
                .value("ownerType", MetafieldDefinition::ownerType)
                .value("namespace", MetafieldDefinition::namespace)
                .value("key", MetafieldDefinition::key)
                .value("name", MetafieldDefinition::name)
                .value("description", MetafieldDefinition::description)
                .value("access", MetafieldDefinition::access);
        table.on("MetafieldAccess", MetafieldDefinition.Access.class)
                .value("admin", MetafieldDefinition.Access::admin)
                .value("storefront", MetafieldDefinition.Access::storefront)
                .value("customerAccount", MetafieldDefinition.Access::customerAccount);
        table.on("MetafieldIdentifier", Metafields.Key.class)
                .value("ownerId", key -> key.owner().toString())
                .value("namespace", Metafields.Key::namespace)
                .value("key", Metafields.Key::key);
    }

    private static String ownerType(Gid owner) {
        return switch (owner.type()) {
            case "InventoryTransfer" -> "TRANSFER";
            case "SellingPlan" -> "SELLING_PLAN";
            case "AppInstallation" -> "API_PERMISSION";
            default -> owner.type().toUpperCase(Locale.ROOT);
        };
    }

    private static <T extends Row> void owner(FieldTable table, String type, Class<T> source) {
        owner(table, type, source, row -> Nodes.gid(row.id().gid()));
    }

    private static <T> void owner(FieldTable table, String type, Class<T> source, Function<T, Gid> id) {
        table.on(type, source)
                .read(
                        "metafield",
                        (of, call) -> metafields(call)
                                .find(call.api().caller(), key(id.apply(of), call.arguments()))
                                .orElse(null))
                .read("metafields", (of, call) -> {
                    var namespace = call.arguments().optionalText("namespace");
                    return Page.of(
                            metafields(call).of(id.apply(of)).stream()
                                    .filter(one -> namespace.isEmpty()
                                            || one.namespace().equals(namespace.get()))
                                    .toList(),
                            Page.Key.byId(one -> one.id().number()),
                            call);
                });
    }

    private static Metafields metafields(Call call) {
        return call.api().shop().metafields();
    }

    private static Metafields.Key key(Gid owner, Input input) {
        return new Metafields.Key(owner, input.optionalText("namespace").orElse(null), input.text("key"));
    }

    /** The schema names no scope here: it is that of changing the owner. */
    private static Gid owner(Input input, Call call, String field) {
        var owner = Nodes.gid(input.text("ownerId"));
        var scope = SCOPES.get(owner.type());
        if (scope != null && !call.api().scopes().contains(scope)) {
            throw new AccessRule("`" + scope + "` access scope.", List.of()).denied(field);
        }
        return owner;
    }

    private static Payload set(Call call) {
        var inputs = call.arguments().inputs("metafields");
        if (inputs.size() > MOST_AT_ONCE) {
            return Payload.refused(
                    List.of("metafields"),
                    "Exceeded the maximum metafields input limit of 25.",
                    "LESS_THAN_OR_EQUAL_TO");
        }
        var writes = inputs.stream()
                .map(input -> new Metafields.Write(
                        owner(input, call, "metafieldsSet"),
                        input.optionalText("namespace").orElse(null),
                        input.text("key"),
                        input.optionalText("type").orElse(null),
                        input.text("value"),
                        input.optionalText("compareDigest").orElse(null),
                        input.has("compareDigest")))
                .toList();
        return Payload.of(metafields(call).set(call.api().caller(), writes), all -> Payload.of("metafields", all));
    }

    private static Payload delete(Call call) {
        var keys = call.arguments().inputs("metafields").stream()
                .map(input -> key(owner(input, call, "metafieldsDelete"), input))
                .toList();
        return Payload.of(
                metafields(call).delete(call.api().caller(), keys),
                gone -> Payload.of(
                        "deletedMetafields",
                        gone.stream()
                                .map(one -> new Metafields.Key(one.owner(), one.namespace(), one.key()))
                                .toList()));
    }

    private static Payload define(Call call) {
        var input = call.arguments()
                .input("definition")
                .only(
                        "MetafieldDefinitionInput",
                        "ownerType",
                        "namespace",
                        "key",
                        "name",
                        "description",
                        "type",
                        "access");
        var access = input.optionalInput("access").orElse(Input.NONE);
        var wanted = new Metafields.NewDefinition(
                input.text("ownerType"),
                input.optionalText("namespace").orElse(null),
                input.text("key"),
                input.text("name"),
                input.optionalText("description").orElse(null),
                input.text("type"),
                new MetafieldDefinition.Access(
                        access.optionalText("admin").orElse(null),
                        access.optionalText("storefront").orElse(null),
                        access.optionalText("customerAccount").orElse(null)));
        return Payload.of(
                metafields(call).define(call.api().caller(), wanted), made -> Payload.of("createdDefinition", made));
    }
}
