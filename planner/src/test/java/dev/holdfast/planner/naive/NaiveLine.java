package dev.holdfast.planner.naive;

import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.FirmUnits;
import dev.holdfast.planner.Id;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line as the naive planner keeps it: {@code firm} has one entry for each firm unit. */
final class NaiveLine {

    final DemandLine told;
    final List<LocationId> firm = new ArrayList<>();
    long open;
    /** Units accepted under its offer: shipped ones count, cancelled ones do not. */
    long accepted;

    NaiveLine(DemandLine told) {
        this.told = told;
        this.open = told.open();
        this.accepted = told.open();
        for (FirmUnits units : told.firm()) {
            for (long unit = 0; unit < units.quantity(); unit++) {
                firm.add(units.location());
            }
        }
    }

    @Nullable
    OfferId offer() {
        return told.offer();
    }

    /** A line without a customer is bought by its order. */
    Id<?> buyer() {
        return told.customer() == null ? told.order() : told.customer();
    }

    boolean mayUse(LocationId location) {
        return told.locations().isEmpty() || told.locations().contains(location);
    }

    DemandLine now() {
        List<FirmUnits> firmNow = new ArrayList<>();
        for (LocationId location : firm) {
            firmNow.add(new FirmUnits(location, 1));
        }
        return new DemandLine(
                told.id(),
                told.order(),
                told.customer(),
                told.variant(),
                open,
                told.placedAt(),
                told.priority(),
                told.offer(),
                told.promisedOn(),
                told.locations(),
                told.splitting(),
                firmNow);
    }
}
