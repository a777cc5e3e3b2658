package dev.holdfast.planner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units of a variant that are or will be at a location: a row of stock, or a delivery.
 *
 * @param rank its place in the variant's supply order, from 0
 * @param from its effective date: for stock today; for a delivery its date, never before today; null without one
 * @param units what may be planned of it: on hand less firm units and safety stock, or expected less {@code heldBack}
 * @param firm units of it that firm pegs take
 * @param heldBack units of a delivery that will make up safety stock or short firm units of its location
 */
public record Supply(
        int rank,
        SupplyRef ref,
        LocationId location,
        @Nullable OfferId offer,
        @Nullable LocalDate from,
        boolean overdue,
        long units,
        long firm,
        long heldBack) {

    public boolean onStock() {
        return ref instanceof SupplyRef.OnStock;
    }

    Supply withRank(int place) {
        return new Supply(place, ref, location, offer, from, overdue, units, firm, heldBack);
    }

    Peg peg(long quantity, boolean firmUnits) {
        return new Peg(ref, quantity, from, firmUnits, overdue);
    }
}
