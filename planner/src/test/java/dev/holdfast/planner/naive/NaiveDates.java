package dev.holdfast.planner.naive;

import dev.holdfast.planner.Settings;
import dev.holdfast.planner.Ships;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a line ships. */
final class NaiveDates {

    private final NaiveShop shop;
    private final Settings settings;

    NaiveDates(NaiveShop shop) {
        this.shop = shop;
        this.settings = shop.told.settings();
    }

    @Nullable
    LocalDate shipOn(NaiveLine line, List<NaiveFill.Want> wants) {
        LocalDate latest = null;
        boolean someUndated = false;
        for (NaiveFill.Want want : wants) {
            LocalDate from = want.got == null ? null : want.got.supply.from;
            if (from == null) {
                someUndated = true;
            } else if (latest == null || from.isAfter(latest)) {
                latest = from;
            }
        }
        LocalDate supplied = latest == null ? null : handled(latest);
        if (!someUndated) {
            return supplied;
        }
        LocalDate ruled = byOffer(line);
        if (ruled == null || supplied == null) {
            return ruled;
        }
        return supplied.isAfter(ruled) ? supplied : ruled;
    }

    private LocalDate handled(LocalDate goodsThere) {
        LocalDate day = goodsThere;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        for (int handled = 0; handled < settings.handlingDays(); handled++) {
            do {
                day = day.plusDays(1);
            } while (!isWorkingDay(day));
        }
        return day;
    }

    private boolean isWorkingDay(LocalDate day) {
        return settings.workingDays().contains(day.getDayOfWeek())
                && !settings.holidays().contains(day);
    }

    private @Nullable LocalDate byOffer(NaiveLine line) {
        Ships ships = line.offer() == null ? null : shop.offer(line.offer()).ships();
        return switch (ships) {
            case null -> null;
            case Ships.On(LocalDate date) -> date;
            case Ships.AfterDays(int days) ->
                line.told.placedAt().atZone(settings.timeZone()).toLocalDate().plusDays(days);
            case Ships.Window(LocalDate _, LocalDate until) -> until;
        };
    }
}
