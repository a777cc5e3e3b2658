package dev.holdfast.planner;

import org.jspecify.annotations.Nullable;

/**
 * Units of a variant that are physically at a location.
 *
 * @param offer the offer these units are dedicated to, or null for general stock
 * @param onHand units, never negative: overselling is no kind of stock
 * @param safetyStock units of it that are no supply for anybody
 */
public record StockRow(
        VariantId variant, LocationId location, @Nullable OfferId offer, long onHand, long safetyStock) {

    public StockRow {
        if (onHand < 0 || safetyStock < 0) {
            throw new IllegalArgumentException("stock of %s cannot be negative: %d on hand, %d safety stock"
                    .formatted(variant, onHand, safetyStock));
        }
    }

    StockRow withOnHand(long units) {
        return new StockRow(variant, location, offer, units, safetyStock);
    }
}
