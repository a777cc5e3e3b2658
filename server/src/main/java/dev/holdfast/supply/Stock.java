package dev.holdfast.supply;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An inventory item with what is counted of it at each location. */
record Stock(long item, List<Level> levels, Instant readAt) {
    Stock {
        levels = List.copyOf(levels);
    }

    /** Units at one location by state. */
    record Level(
            long item, long location, boolean active, Map<State, Integer> units, Instant updatedAt, Instant readAt) {
        Level {
            var all = new EnumMap<State, Integer>(State.class);
            for (var state : State.values()) {
                all.put(state, units.getOrDefault(state, 0));
            }
            units = all;
        }

        int of(State state) {
            return units.getOrDefault(state, 0);
        }
    }
}
