package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.state.AdjustmentGroup;
import dev.holdfast.simulator.shop.state.InventoryItem;
import dev.holdfast.simulator.shop.state.LedgerEntry;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.QuantityName;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is stocked where, and how it changed. */
final class InventoryFields {
    private static final Page.Key<Level> BY_LOCATION =
            Page.Key.byId(level -> level.location().number());

    private InventoryFields() {}

    /** One state of one level. */
    private record Quantity(String id, String name, int quantity, Instant updatedAt) {}

    static void addTo(FieldTable table) {
        item(table);
        level(table);
        group(table);
        properties(table);
    }

    private static void item(FieldTable table) {
        table.on("InventoryItem", InventoryItem.class)
                .id("id", InventoryItem::id)
                .value("legacyResourceId", item -> item.id().number())
                .value("sku", InventoryItem::sku)
                .value("tracked", InventoryItem::tracked)
                .value("requiresShipping", InventoryItem::requiresShipping)
                .value("createdAt", InventoryItem::createdAt)
                .value("updatedAt", InventoryItem::updatedAt)
                .read("variant", (item, call) -> call.api().variant(item.variant()))
                .read(
                        "variants",
                        (item, call) -> Page.of(
                                List.of(Objects.requireNonNull(call.api().variant(item.variant()))),
                                Page.Key.byId(variant -> variant.id().number()),
                                call))
                .read(
                        "locationsCount",
                        (item, call) -> levels(item, call, false).size())
                .read(
                        "inventoryLevels",
                        (item, call) -> Page.of(
                                levels(item, call, call.arguments().flag("includeInactive")), BY_LOCATION, call))
                .read("inventoryLevel", (item, call) -> {
                    var location = call.arguments().text("locationId");
                    return levels(item, call, call.arguments().flag("includeInactive")).stream()
                            .filter(level -> level.location().gid().equals(location))
                            .findFirst()
                            .orElse(null);
                });
    }

    private static List<Level> levels(InventoryItem item, Call call, boolean inactiveToo) {
        return call.api().shop().inventory().levels().of(item.id()).stream()
                .filter(level -> inactiveToo || level.active())
                .toList();
    }

    private static void level(FieldTable table) {
        table.on("InventoryLevel", Level.class)
                .value("id", Level::gid)
                .value("isActive", Level::active)
                .value("createdAt", Level::createdAt)
                .value("updatedAt", Level::updatedAt)
                .read("item", (level, call) -> call.api().item(level.item()))
                .read("location", (level, call) -> call.api().location(level.location()))
                .read(
                        "quantities",
                        (level, call) -> call.arguments().texts("names").stream()
                                .map(name -> quantity(level, name))
                                .toList());
        table.on("InventoryQuantity", Quantity.class)
                .value("id", Quantity::id)
                .value("name", Quantity::name)
                .value("quantity", Quantity::quantity)
                .value("updatedAt", Quantity::updatedAt);
    }

    private static Quantity quantity(Level level, String name) {
        var known = QuantityName.of(name)
                .orElseThrow(() -> new FieldError("Invalid quantity name: " + name, "INVALID_FIELD_ARGUMENTS"));
        var id = "gid://shopify/InventoryQuantity/" + level.location().number() + "?inventory_item_id="
                + level.item().number() + "&name=" + name;
        return new Quantity(id, name, level.quantities().of(known), level.updatedAt());
    }

    private static void group(FieldTable table) {
        table.on("InventoryAdjustmentGroup", AdjustmentGroup.class)
                .id("id", AdjustmentGroup::id)
                .value("createdAt", AdjustmentGroup::createdAt)
                .value("reason", AdjustmentGroup::reason)
                .value("referenceDocumentUri", AdjustmentGroup::reference)
                .read(
                        "changes",
                        (group, call) -> group.changes().stream()
                                .filter(change -> asked(change, call.arguments()))
                                .toList());
        table.on("InventoryChange", LedgerEntry.class)
                .value("name", change -> change.name().wire())
                .value("delta", LedgerEntry::delta)
                .value("quantityAfterChange", LedgerEntry::after)
                .value("ledgerDocumentUri", LedgerEntry::ledgerDocument)
                .read("item", (change, call) -> call.api().item(change.item()))
                .read("location", (change, call) -> call.api().location(change.location()));
    }

    private static boolean asked(LedgerEntry change, Input arguments) {
        return in(arguments, "inventoryItemIds", change.item().gid())
                && in(arguments, "locationIds", change.location().gid())
                && in(arguments, "quantityNames", change.name().wire());
    }

    private static boolean in(Input arguments, String list, @Nullable String value) {
        return arguments.get(list) == null || arguments.texts(list).contains(value);
    }

    private static void properties(FieldTable table) {
        table.on("InventoryProperties", Properties.class)
                .value("quantityNames", properties -> Arrays.asList(QuantityName.values()));
        table.on("InventoryQuantityName", QuantityName.class)
                .value("name", QuantityName::wire)
                .value("belongsTo", name -> name.partOfOnHand() ? List.of("on_hand") : List.of())
                .value("comprises", name -> name == QuantityName.ON_HAND ? partsOfOnHand() : List.of())
                .value("displayName", InventoryFields::displayName)
                .value("isInUse", name -> true);
    }

    /** The states the shop knows. */
    record Properties() {}

    private static List<String> partsOfOnHand() {
        return Arrays.stream(QuantityName.values())
                .filter(QuantityName::partOfOnHand)
                .map(QuantityName::wire)
                .toList();
    }

    private static String displayName(QuantityName name) {
        var words = name.wire().replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
