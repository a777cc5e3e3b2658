package dev.holdfast.planner;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The shop's calendar, its order of locations and what its queue goes by.
 *
 * @param handlingDays working days between having the goods and shipping them
 * @param locations in the shop's order; locations it does not name come after them, by id
 */
public record Settings(
        ZoneId timeZone,
        int handlingDays,
        Set<DayOfWeek> workingDays,
        Set<LocalDate> holidays,
        List<LocationId> locations,
        QueueBy queueBy) {

    public static final Settings DEFAULT =
            new Settings(ZoneId.of("UTC"), 0, EnumSet.allOf(DayOfWeek.class), Set.of(), List.of(), QueueBy.PLACED);

    public Settings {
        workingDays = Set.copyOf(workingDays);
        holidays = Set.copyOf(holidays);
        locations = List.copyOf(locations);
        if (handlingDays < 0) {
            throw new IllegalArgumentException("handling cannot take " + handlingDays + " days");
        }
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("a shop without working days never ships");
        }
        if (new HashSet<>(locations).size() != locations.size()) {
            throw new IllegalArgumentException("a location stands twice in " + locations);
        }
    }

    /** Where goods are when nothing says where: the first location, or {@code main} without such a list. */
    public LocationId defaultLocation() {
        return locations.isEmpty() ? new LocationId("main") : locations.getFirst();
    }
}
