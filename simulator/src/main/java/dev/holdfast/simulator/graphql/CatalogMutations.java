package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Catalog;
import dev.holdfast.simulator.shop.VariantUpdates;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.ProductId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Money;
import dev.holdfast.simulator.shop.state.Product;
import org.jspecify.annotations.Nullable;

/** Mutations of products and variants. */
final class CatalogMutations {
    private CatalogMutations() {}

    static void addTo(FieldTable table) {
        table.on("Mutation", Api.class)
                .mutation("productUpdate", CatalogMutations::updateProduct)
                .mutation("productDelete", CatalogMutations::deleteProduct)
                .mutation("productVariantsBulkUpdate", CatalogMutations::updateVariants)
                .mutation("productVariantsBulkDelete", CatalogMutations::deleteVariants);
    }

    private static Payload updateProduct(Call call) {
        call.arguments().only("productUpdate", "product");
        var input = call.arguments()
                .input("product")
                .only("ProductUpdateInput", "id", "title", "status", "tags", "requiresSellingPlan");
        var change = new Catalog.ProductChange(
                input.optionalText("title").orElse(null),
                input.optionalText("status").map(Product.Status::valueOf).orElse(null),
                input.optionalFlag("requiresSellingPlan").orElse(null),
                input.optionalTexts("tags").orElse(null));
        var id = Ids.of(input.text("id"), "Product", ProductId::new);
        return Payload.of(call.api().shop().catalog().update(id, change), product -> Payload.of("product", product));
    }

    private static Payload deleteProduct(Call call) {
        call.arguments().only("productDelete", "input", "synchronous");
        var id = Ids.of(call.arguments().input("input").text("id"), "Product", ProductId::new);
        return Payload.of(call.api().shop().catalog().delete(id), gone -> Payload.of("deletedProductId", gone.gid()));
    }

    private static Payload updateVariants(Call call) {
        var arguments =
                call.arguments().only("productVariantsBulkUpdate", "productId", "variants", "allowPartialUpdates");
        var changes = arguments.inputs("variants").stream()
                .map(input -> change(input, call))
                .toList();
        var result = call.api()
                .shop()
                .variantUpdates()
                .update(
                        Ids.of(arguments.text("productId"), "Product", ProductId::new),
                        changes,
                        arguments.flag("allowPartialUpdates"));
        return Payload.of(
                result,
                updated -> Payload.of("productVariants", updated.variants())
                        .and("product", updated.product())
                        .with(Payload.refusals(updated.errors())));
    }

    private static VariantUpdates.Change change(Input input, Call call) {
        input.only(
                "ProductVariantsBulkInput",
                "id",
                "inventoryPolicy",
                "price",
                "compareAtPrice",
                "barcode",
                "inventoryItem",
                "quantityAdjustments",
                "inventoryQuantities");
        var item =
                input.optionalInput("inventoryItem").map(given -> given.only("InventoryItemInput", "sku", "tracked"));
        return new VariantUpdates.Change(
                input.optionalText("id")
                        .map(id -> Ids.of(id, "ProductVariant", ProductVariantId::new))
                        .orElse(null),
                input.optionalText("inventoryPolicy")
                        .map(InventoryPolicy::valueOf)
                        .orElse(null),
                minor(input, "price", call),
                minor(input, "compareAtPrice", call),
                item.flatMap(given -> given.optionalText("sku")).orElse(null),
                input.optionalText("barcode").orElse(null),
                item.flatMap(given -> given.optionalFlag("tracked")).orElse(null),
                input.inputs("quantityAdjustments").stream()
                        .map(CatalogMutations::adjustment)
                        .toList(),
                input.has("inventoryQuantities"));
    }

    private static VariantUpdates.Adjustment adjustment(Input input) {
        return new VariantUpdates.Adjustment(
                Ids.of(input.text("locationId"), "Location", LocationId::new),
                input.number("adjustment"),
                input.optionalNumber("changeFromQuantity").orElse(null));
    }

    private static @Nullable Long minor(Input input, String name, Call call) {
        return input.optionalDecimal(name)
                .map(amount -> Money.of(amount, call.api().shop().settings().currency())
                        .minor())
                .orElse(null);
    }

    private static Payload deleteVariants(Call call) {
        var arguments = call.arguments();
        var result = call.api()
                .shop()
                .catalog()
                .deleteVariants(
                        Ids.of(arguments.text("productId"), "Product", ProductId::new),
                        Ids.all(arguments.texts("variantsIds"), "ProductVariant", ProductVariantId::new));
        return Payload.of(result, product -> Payload.of("product", product));
    }
}
