package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Shop.shop;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Ships;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a line ships. 2026-11-22 is a Sunday. */
class PlanDateTest {

    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);

    @Test
    void a_line_ships_when_its_last_unit_is_there() {
        Outcome plan = shop(
                        stock("main", 2),
                        inbound("PO-1", 1).on("2026-12-05"),
                        inbound("PO-2", 1).on("2026-12-19"),
                        line("a", 1),
                        line("b", 2),
                        line("c", 1))
                .plan();

        assertThat(plan.shipOn("a")).isEqualTo("2026-11-22");
        assertThat(plan.shipOn("b")).isEqualTo("2026-12-05");
        assertThat(plan.shipOn("c")).isEqualTo("2026-12-19");
    }

    @ParameterizedTest(name = "goods there on {0}, {1} days of handling: {2}")
    @CsvSource({
        "2026-11-23, 0, 2026-11-23",
        "2026-11-22, 0, 2026-11-23",
        "2026-11-28, 0, 2026-11-30",
        "2026-11-23, 1, 2026-11-24",
        "2026-11-22, 1, 2026-11-24",
        "2026-11-27, 1, 2026-11-30",
        "2026-11-28, 2, 2026-12-02",
        "2026-11-23, 5, 2026-11-30",
        "2026-12-24, 0, 2026-12-24",
        "2026-12-24, 1, 2026-12-28",
        "2026-12-25, 0, 2026-12-28",
        "2026-12-25, 1, 2026-12-29"
    })
    void only_working_days_count(String there, int handlingDays, String shipOn) {
        Outcome plan = shop(inbound("PO", 1).on(there), line("a", 1))
                .works(handlingDays, WEEKDAYS, "2026-12-25")
                .plan();

        assertThat(plan.shipOn("a")).isEqualTo(shipOn);
        assertThat(plan.line("a").pegs())
                .as("before handling")
                .allMatch(peg -> String.valueOf(peg.from()).equals(there));
    }

    @Test
    void a_shop_may_work_on_one_day_of_the_week_only() {
        Outcome plan = shop(stock("main", 1), line("a", 1))
                .works(2, Set.of(SATURDAY), "2026-12-05")
                .plan();

        assertThat(plan.shipOn("a")).isEqualTo("2026-12-19");
    }

    @Test
    void a_delivery_that_is_overdue_counts_from_today() {
        Outcome plan = shop(inbound("PO", 1).on("2026-11-01"), line("a", 1))
                .works(1, EVERY_DAY)
                .plan();

        assertThat(plan.shipOn("a")).isEqualTo("2026-11-23");
    }

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource({
        "2026-11-22T23:30:00Z, UTC, 2026-11-22",
        "2026-11-22T23:30:00Z, Europe/Berlin, 2026-11-23",
        "2026-11-22T04:59:59Z, America/New_York, 2026-11-21",
        "2026-03-29T00:59:59Z, Europe/Berlin, 2026-03-29",
        "2026-03-28T23:00:00Z, Europe/Berlin, 2026-03-29",
        "2026-10-25T22:59:59Z, Europe/Berlin, 2026-10-25",
        "2026-10-25T23:00:00Z, Europe/Berlin, 2026-10-26"
    })
    void today_is_the_date_in_the_shops_time_zone(String now, String zone, String today) {
        Outcome plan = shop(stock("main", 1), line("a", 1)).at(now).in(zone).plan();

        assertThat(plan.shipOn("a")).isEqualTo(today);
    }

    @Test
    void without_supply_or_without_its_date_there_is_none() {
        Outcome plan = shop(
                        offer("plain"),
                        stock("main", 1),
                        inbound("PO", 1),
                        line("dateless", 2),
                        line("uncovered", 1),
                        line("offered", 1).offer("plain"))
                .plan();

        assertThat(plan.pegs("dateless")).isEqualTo("1 stock:main, 1 inbound:PO");
        assertThat(plan.shipOn("dateless")).isEqualTo("null");
        assertThat(plan.shipOn("uncovered")).isEqualTo("null");
        assertThat(plan.shipOn("offered")).isEqualTo("null");
    }

    @Test
    void the_offers_own_date_stands_as_written_for_what_nothing_covers() {
        Outcome plan = shop(
                        offer("on").ships(new Ships.On(LocalDate.parse("2027-01-16"))),
                        offer("window")
                                .ships(new Ships.Window(LocalDate.parse("2027-01-02"), LocalDate.parse("2027-01-09"))),
                        offer("past").ships(new Ships.On(LocalDate.parse("2026-01-01"))),
                        line("a", 1).offer("on"),
                        line("b", 1).offer("window"),
                        line("c", 1).offer("past"))
                .works(3, WEEKDAYS)
                .plan();

        assertThat(plan.shipOn("a")).as("a Saturday").isEqualTo("2027-01-16");
        assertThat(plan.shipOn("b")).as("the end of the window, a Saturday").isEqualTo("2027-01-09");
        assertThat(plan.shipOn("c")).isEqualTo("2026-01-01");
    }

    @ParameterizedTest(name = "placed {0} in {1}, after {2} days: {3}")
    @CsvSource({
        "2026-11-20T10:00:00Z, UTC, 0, 2026-11-20",
        "2026-11-20T10:00:00Z, UTC, 10, 2026-11-30",
        "2026-11-20T23:30:00Z, Europe/Berlin, 1, 2026-11-22",
        "2026-11-20T04:59:00Z, America/New_York, 1, 2026-11-20",
        "2026-03-28T23:30:00Z, Europe/Berlin, 1, 2026-03-30",
        "2026-10-25T22:30:00Z, Europe/Berlin, 1, 2026-10-26"
    })
    void so_many_calendar_days_after_the_date_it_was_placed(String placed, String zone, int days, String shipOn) {
        Outcome plan = shop(
                        offer("drop").ships(new Ships.AfterDays(days)),
                        line("a", 1).offer("drop").placed(placed))
                .in(zone)
                .plan();

        assertThat(plan.shipOn("a")).isEqualTo(shipOn);
    }

    @ParameterizedTest(name = "a unit there on {0}, the rest by the offer on 2026-12-10: {1}")
    @CsvSource({"2026-12-01, 2026-12-10", "2026-12-09, 2026-12-10", "2026-12-10, 2026-12-11", "2026-12-19, 2026-12-20"})
    void where_only_some_units_are_dated_the_later_date_counts(String there, String shipOn) {
        Outcome plan = shop(
                        offer("drop").ships(new Ships.On(LocalDate.parse("2026-12-10"))),
                        inbound("PO", 1).on(there),
                        line("a", 2).offer("drop"))
                .works(1, EVERY_DAY)
                .plan();

        assertThat(plan.shipOn("a")).isEqualTo(shipOn);
    }

    @Test
    void a_dateless_supply_goes_by_the_offers_date_too() {
        Outcome plan = shop(
                        offer("drop").ships(new Ships.On(LocalDate.parse("2026-12-10"))),
                        inbound("PO", 1),
                        line("a", 1).offer("drop"))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 inbound:PO");
        assertThat(plan.shipOn("a")).isEqualTo("2026-12-10");
    }

    @Test
    void a_dated_supply_wins_over_the_offers_date_even_when_it_is_later() {
        Outcome plan = shop(
                        offer("drop").ships(new Ships.On(LocalDate.parse("2026-12-10"))),
                        inbound("PO", 1).on("2026-12-24"),
                        stock("main", 1).of("CAP"),
                        offer("caps").of("CAP").ships(new Ships.On(LocalDate.parse("2026-12-10"))),
                        line("a", 1).offer("drop"),
                        line("b", 1).of("CAP").offer("caps"))
                .plan();

        assertThat(plan.shipOn("a")).isEqualTo("2026-12-24");
        assertThat(plan.shipOn("b")).isEqualTo("2026-11-22");
    }

    @Test
    void a_short_firm_unit_has_no_date() {
        Outcome plan = shop(stock("main", 1), line("a", 2).firm("main", 2)).plan();

        assertThat(plan.shipOn("a")).isEqualTo("null");
    }

    @Test
    void weekends_count_where_the_shop_works_on_them() {
        assertThat(shop(stock("main", 1), line("a", 1))
                        .works(1, Set.of(SATURDAY, SUNDAY))
                        .plan()
                        .shipOn("a"))
                .isEqualTo("2026-11-28");
    }
}
