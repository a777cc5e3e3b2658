package dev.holdfast.planfile;

import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.QueueBy;
import dev.holdfast.planner.Settings;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the shop's calendar, locations and queue. */
final class SettingsReader {

    private static final List<String> KEYS =
            List.of("timeZone", "handlingDays", "workingDays", "holidays", "locations", "queueBy");

    private SettingsReader() {}

    static Settings read(Value value) {
        Fields settings = value.fields(KEYS);
        Settings otherwise = Settings.DEFAULT;
        return new Settings(
                settings.or("timeZone", Value::zone, otherwise.timeZone()),
                settings.or("handlingDays", days -> (int) days.whole(0, 365), otherwise.handlingDays()),
                settings.or("workingDays", SettingsReader::workingDays, otherwise.workingDays()),
                settings.or("holidays", SettingsReader::holidays, otherwise.holidays()),
                settings.or("locations", SettingsReader::locations, otherwise.locations()),
                settings.or("queueBy", by -> by.oneOf(QueueBy.class), otherwise.queueBy()));
    }

    private static Set<DayOfWeek> workingDays(Value value) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Value day : value.itemsAtLeastOne()) {
            days.add(day.oneOf(DayOfWeek.class, name -> name.name().substring(0, 3)));
        }
        return days;
    }

    private static Set<LocalDate> holidays(Value value) {
        Set<LocalDate> holidays = new HashSet<>();
        for (Value holiday : value.items()) {
            holidays.add(holiday.date());
        }
        return holidays;
    }

    private static List<LocationId> locations(Value value) {
        Set<LocationId> locations = new LinkedHashSet<>();
        for (Value location : value.items()) {
            if (!locations.add(new LocationId(location.text()))) {
                throw location.place().bad("this location stands twice in the list");
            }
        }
        return List.copyOf(locations);
    }
}
