package dev.holdfast.planner;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The orders a shop's settings put things in: locations, and the lines of a queue. */
public final class ShopOrder {

    private final Map<LocationId, Integer> named = new HashMap<>();
    private final Comparator<LocationId> locations;
    private final Comparator<DemandLine> lines;

    public ShopOrder(Settings settings) {
        for (LocationId location : settings.locations()) {
            named.put(location, named.size());
        }
        locations = Comparator.comparingInt(this::place).thenComparing(Comparator.naturalOrder());
        Comparator<DemandLine> placed =
                Comparator.comparing(DemandLine::placedAt).thenComparing(DemandLine::id);
        Comparator<DemandLine> promised =
                Comparator.comparing(DemandLine::promisedOn, Comparator.nullsLast(Comparator.naturalOrder()));
        lines = Comparator.comparingLong(DemandLine::priority)
                .reversed()
                .thenComparing(settings.queueBy() == QueueBy.PROMISED ? promised.thenComparing(placed) : placed);
    }

    /** Locations the settings name in their order, then the others by id. */
    public Comparator<LocationId> locations() {
        return locations;
    }

    /** The order of the queue: high priority first, then by the shop's setting, then by id. */
    public Comparator<DemandLine> lines() {
        return lines;
    }

    private int place(LocationId location) {
        return named.getOrDefault(location, named.size());
    }
}
