package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is stocked of a variant; untracked items are never counted. */
public record InventoryItem(
        InventoryItemId id,
        ProductVariantId variant,
        @Nullable String sku,
        boolean tracked,
        boolean requiresShipping,
        Instant createdAt,
        Instant updatedAt)
        implements Row {

    public InventoryItem with(@Nullable String otherSku, boolean isTracked, Instant at) {
        return new InventoryItem(id, variant, otherSku, isTracked, requiresShipping, createdAt, at);
    }
}
