package dev.holdfast.planner;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the dates of a line's supplies to the date it ships, by the shop's working days. */
final class ShipDates {

    private final Settings settings;
    private final Map<LocalDate, LocalDate> handled = new HashMap<>();

    ShipDates(Settings settings) {
        this.settings = settings;
    }

    /**
     * The latest of its pegs' dates with handling; where units have no date, the later of that and the offer's own.
     *
     * @return null where units have no date and no offer says one
     */
    @Nullable
    LocalDate shipOn(DemandLine line, List<Peg> pegs, long uncovered, @Nullable Offer offer) {
        LocalDate latest = null;
        boolean undated = uncovered > 0;
        for (Peg peg : pegs) {
            LocalDate from = peg.from();
            if (from == null) {
                undated = true;
            } else if (latest == null || from.isAfter(latest)) {
                latest = from;
            }
        }
        LocalDate supplied = latest == null ? null : afterHandling(latest);
        if (!undated) {
            return supplied;
        }
        if (offer == null || offer.ships() == null) {
            return null;
        }
        LocalDate said = offer.ships().dateFor(line.placedAt(), settings.timeZone());
        return supplied != null && supplied.isAfter(said) ? supplied : said;
    }

    private LocalDate afterHandling(LocalDate from) {
        return handled.computeIfAbsent(from, date -> {
            LocalDate day = workingDayFrom(date);
            for (int days = 0; days < settings.handlingDays(); days++) {
                day = workingDayFrom(day.plusDays(1));
            }
            return day;
        });
    }

    private LocalDate workingDayFrom(LocalDate date) {
        LocalDate day = date;
        while (!settings.workingDays().contains(day.getDayOfWeek())
                || settings.holidays().contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
