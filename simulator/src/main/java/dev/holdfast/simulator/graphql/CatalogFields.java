package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.state.Attribute;
import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Products and their variants. */
final class CatalogFields {
    private CatalogFields() {}

    static void addTo(FieldTable table) {
        product(table);
        variant(table);
        table.on("SelectedOption", Attribute.class)
                .value("name", Attribute::key)
                .value("value", Attribute::value);
        table.on("Attribute", Attribute.class).value("key", Attribute::key).value("value", Attribute::value);
        table.on("Count", Integer.class).value("count", count -> count).value("precision", count -> "EXACT");
    }

    private static void product(FieldTable table) {
        table.on("Product", Product.class)
                .id("id", Product::id)
                .value("legacyResourceId", product -> product.id().number())
                .value("title", Product::title)
                .value("handle", Product::handle)
                .value("vendor", Product::vendor)
                .value("productType", Product::productType)
                .value("status", Product::status)
                .value("requiresSellingPlan", Product::requiresSellingPlan)
                .value("tags", Product::tags)
                .value("createdAt", Product::createdAt)
                .value("updatedAt", Product::updatedAt)
                .value("variantsCount", product -> product.variants().size())
                .value("hasOnlyDefaultVariant", product -> product.variants().size() == 1)
                .read(
                        "totalInventory",
                        (product, call) -> variants(product, call).stream()
                                .mapToInt(call.api().shop().catalog()::inventoryQuantity)
                                .sum())
                .read(
                        "tracksInventory",
                        (product, call) -> variants(product, call).stream()
                                .map(variant -> call.api().item(variant.item()))
                                .anyMatch(item -> item != null && item.tracked()))
                .read("variants", (product, call) -> Page.of(variants(product, call), byPosition(), call))
                .read(
                        "sellingPlanGroups",
                        (product, call) -> Page.of(groups(product, call), SellingPlanFields.KEY, call));
    }

    private static List<SellingPlanGroup> groups(Product product, Call call) {
        return call.api()
                .shop()
                .sellingPlans()
                .groups()
                .all()
                .filter(group -> group.products().contains(product.id()))
                .toList();
    }

    private static List<Variant> variants(Product product, Call call) {
        return call.api().shop().catalog().variantsOf(product);
    }

    private static Page.Key<Variant> byPosition() {
        return new Page.Key<>(Variant::position, variant -> variant.id().number());
    }

    private static void variant(FieldTable table) {
        table.on("ProductVariant", Variant.class)
                .id("id", Variant::id)
                .value("legacyResourceId", variant -> variant.id().number())
                .value("title", Variant::title)
                .value("sku", Variant::sku)
                .value("barcode", Variant::barcode)
                .value("inventoryPolicy", Variant::policy)
                .value("position", Variant::position)
                .value("selectedOptions", Variant::options)
                .value("createdAt", Variant::createdAt)
                .value("updatedAt", Variant::updatedAt)
                .read("price", (variant, call) -> amount(call, variant.priceMinor()))
                .read("compareAtPrice", (variant, call) -> amount(call, variant.compareAtMinor()))
                .read("displayName", (variant, call) -> displayName(variant, call))
                .read("product", (variant, call) -> call.api().product(variant.product()))
                .read("inventoryItem", (variant, call) -> call.api().item(variant.item()))
                .read(
                        "inventoryQuantity",
                        (variant, call) -> call.api().shop().catalog().inventoryQuantity(variant))
                .read(
                        "sellableOnlineQuantity",
                        (variant, call) -> call.api().shop().catalog().sellableOnlineQuantity(variant))
                .read(
                        "availableForSale",
                        (variant, call) -> call.api().shop().catalog().availableForSale(variant))
                .read(
                        "deliveryProfile",
                        (variant, call) -> call.api().shop().deliveryProfiles().profileOf(variant))
                .read(
                        "sellingPlanGroups",
                        (variant, call) -> Page.of(
                                call.api().shop().sellingPlans().groupsOf(variant), SellingPlanFields.KEY, call));
    }

    private static @Nullable Object amount(Call call, @Nullable Long minor) {
        return minor == null
                ? null
                : new Money(minor, call.api().shop().settings().currency()).amount();
    }

    private static String displayName(Variant variant, Call call) {
        var product = Objects.requireNonNull(call.api().product(variant.product()));
        return product.title() + " - " + variant.title();
    }
}
