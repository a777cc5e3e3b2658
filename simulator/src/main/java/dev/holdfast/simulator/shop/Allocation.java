package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.CheckoutResult.Shortage;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import java.util.List;

/** Where the units of an order come from, or of which lines there are too few. */
sealed interface Allocation {

    /** Units of one line from one location. */
    record Parcel(int line, LocationId location, int units, boolean commits) {}

    /** Everything has a place. */
    record Allocated(List<Parcel> parcels) implements Allocation {}

    /** Policy refuses some lines. */
    record TooFew(List<Shortage> shortages) implements Allocation {}

    /** Whether the inventory policy is kept, and whether stock is touched at all. */
    enum Mode {
        OBEY_POLICY,
        IGNORE_POLICY,
        BYPASS_STOCK
    }
}
