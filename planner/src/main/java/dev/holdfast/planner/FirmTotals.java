package dev.holdfast.planner;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How many firm units the lines of one variant have at each location, by the offer of the line: all that must be known
 * of a queue before its first line is planned.
 */
public final class FirmTotals {

    private final Map<StockKey, Long> units = new HashMap<>();

    /** Adds what a line has. */
    public void add(DemandLine line) {
        for (FirmUnits firm : line.firm()) {
            add(firm.location(), line.offer(), firm.quantity());
        }
    }

    /** Adds so many units at a location of lines under that offer, or under none. */
    public void add(LocationId location, @Nullable OfferId offer, long quantity) {
        units.merge(new StockKey(location, offer), quantity, Long::sum);
    }

    void forEach(BiConsumer<StockKey, Long> action) {
        units.forEach(action);
    }
}
