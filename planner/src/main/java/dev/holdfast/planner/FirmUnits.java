package dev.holdfast.planner;

/** Units of a line that were released to the warehouse at a location: they are on stock and do not move. */
public record FirmUnits(LocationId location, long quantity) {

    public FirmUnits {
        if (quantity < 0) {
            throw new IllegalArgumentException("%d firm units at %s".formatted(quantity, location));
        }
    }
}
