package dev.holdfast.planner;

import org.jspecify.annotations.Nullable;

/** Which stock row of a variant: a location, and the offer its units are dedicated to, if any. */
record StockKey(LocationId location, @Nullable OfferId offer) {

    static StockKey of(StockRow row) {
        return new StockKey(row.location(), row.offer());
    }

    StockKey general() {
        return offer == null ? this : new StockKey(location, null);
    }
}
