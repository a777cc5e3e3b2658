package dev.holdfast.planner.naive;

import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import org.jspecify.annotations.Nullable;

/** A stock row that events change. */
final class NaivePile {

    final VariantId variant;
    final LocationId location;
    final @Nullable OfferId offer;
    final long safetyStock;
    long onHand;

    NaivePile(StockRow row) {
        variant = row.variant();
        location = row.location();
        offer = row.offer();
        safetyStock = row.safetyStock();
        onHand = row.onHand();
    }

    StockRow now() {
        return new StockRow(variant, location, offer, onHand, safetyStock);
    }
}
