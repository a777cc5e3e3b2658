package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.ProductId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is bought of a product. */
public record Variant(
        ProductVariantId id,
        ProductId product,
        InventoryItemId item,
        String title,
        @Nullable String sku,
        @Nullable String barcode,
        long priceMinor,
        @Nullable Long compareAtMinor,
        InventoryPolicy policy,
        int position,
        List<Attribute> options,
        Instant createdAt,
        Instant updatedAt)
        implements Row {

    public Variant {
        options = List.copyOf(options);
    }

    public Variant withPolicy(InventoryPolicy other, Instant at) {
        return new Variant(
                id,
                product,
                item,
                title,
                sku,
                barcode,
                priceMinor,
                compareAtMinor,
                other,
                position,
                options,
                createdAt,
                at);
    }

    public Variant withPrices(long price, @Nullable Long compareAt, Instant at) {
        return new Variant(
                id, product, item, title, sku, barcode, price, compareAt, policy, position, options, createdAt, at);
    }

    public Variant withCodes(@Nullable String otherSku, @Nullable String otherBarcode, Instant at) {
        return new Variant(
                id,
                product,
                item,
                title,
                otherSku,
                otherBarcode,
                priceMinor,
                compareAtMinor,
                policy,
                position,
                options,
                createdAt,
                at);
    }
}
