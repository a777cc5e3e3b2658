package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Happens.arrives;
import static dev.holdfast.planner.rules.Happens.receive;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Safety stock is no supply, and what is missing to it is held back from what will arrive. */
class SafetyStockTest {

    @ParameterizedTest(name = "{0} on hand, {1} of them safety stock: {2}; {3} of the 4 to come are free")
    @CsvSource(delimiter = '|', textBlock = """
            5 | 0 | 3 stock:main             | 4
            5 | 2 | 3 stock:main             | 4
            5 | 3 | 2 stock:main, 1 inbound:PO | 3
            2 | 2 | 3 inbound:PO             | 1
            1 | 2 | 3 inbound:PO             | 0
            0 | 2 | 2 inbound:PO, 1 nowhere  | 0
            0 | 9 | 3 nowhere                | 0
            """)
    void safety_stock_is_supply_for_nobody(long onHand, long safety, String pegs, long free) {
        Outcome plan = shop(
                        stock("main", onHand).safety(safety), inbound("PO", 4).on("2026-12-05"), line("a", 3))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo(pegs);
        assertThat(plan.inbound()).isEqualTo("PO: 4 expected, " + free + " free");
    }

    @Test
    void what_is_missing_is_held_back_from_the_first_deliveries_for_the_same_location() {
        Outcome plan = shop(
                        stock("main", 1).safety(5),
                        inbound("elsewhere", 3).at("outlet").on("2026-11-23"),
                        inbound("second", 3).on("2026-12-06"),
                        inbound("first", 3).on("2026-12-05"),
                        inbound("someday", 3))
                .plan();

        assertThat(plan.inbound())
                .isEqualTo("elsewhere: 3 expected, 3 free; first: 3 expected, 0 free; "
                        + "second: 3 expected, 2 free; someday: 3 expected, 3 free");
        assertThat(plan.ladder()).isEqualTo("2026-11-23: 3, 2026-12-06: 2, null: 3");
    }

    @Test
    void first_is_by_date_whatever_the_ids_and_overdue_ones_count_from_today() {
        Outcome dated = shop(
                        stock("main", 0).safety(2),
                        inbound("a", 2),
                        inbound("b", 2).on("2026-12-06"),
                        inbound("c", 2).on("2026-12-05"))
                .plan();
        Outcome overdue = shop(
                        stock("main", 0).safety(2),
                        inbound("b", 2).on("2026-11-20"),
                        inbound("a", 2).on("2026-11-21"))
                .plan();

        assertThat(dated.inbound()).isEqualTo("a: 2 expected, 2 free; b: 2 expected, 2 free; c: 2 expected, 0 free");
        assertThat(overdue.inbound()).isEqualTo("a: 2 expected, 0 free; b: 2 expected, 2 free");
    }

    @Test
    void a_row_for_an_offer_holds_back_from_deliveries_for_that_offer_only() {
        Outcome plan = shop(
                        offer("drop"),
                        offer("other"),
                        stock("main", 0).offer("drop").safety(2),
                        inbound("general", 3).on("2026-12-01"),
                        inbound("other", 3).offer("other").on("2026-12-01"),
                        inbound("drop", 3).offer("drop").on("2026-12-05"),
                        line("a", 2).offer("drop"))
                .plan();

        assertThat(plan.inbound())
                .isEqualTo("drop: 3 expected, 0 free; general: 3 expected, 2 free; other: 3 expected, 3 free");
        assertThat(plan.pegs("a")).isEqualTo("1 inbound:general, 1 inbound:drop");
    }

    @Test
    void a_general_row_holds_back_nothing_from_deliveries_for_an_offer() {
        Outcome plan = shop(
                        offer("drop"),
                        stock("main", 0).safety(2),
                        inbound("PO", 3).offer("drop").on("2026-12-05"))
                .plan();

        assertThat(plan.inbound()).isEqualTo("PO: 3 expected, 3 free");
    }

    @Test
    void firm_units_may_take_it_and_then_it_is_missing() {
        Outcome plan = shop(
                        stock("main", 4).safety(3),
                        inbound("PO", 5).on("2026-12-05"),
                        line("a", 2).firm("main", 2),
                        line("b", 1))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("2 stock:main firm");
        assertThat(plan.pegs("b")).isEqualTo("1 inbound:PO");
        assertThat(plan.inbound()).isEqualTo("PO: 5 expected, 3 free");
    }

    @Test
    void short_firm_units_are_held_back_before_it() {
        Outcome plan = shop(
                        stock("main", 1).safety(2),
                        inbound("PO-1", 2).on("2026-12-05"),
                        inbound("PO-2", 4).on("2026-12-06"),
                        line("a", 3).firm("main", 3),
                        line("b", 1))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main firm, 2 nowhere");
        assertThat(plan.pegs("b")).isEqualTo("1 inbound:PO-2");
        assertThat(plan.inbound()).isEqualTo("PO-1: 2 expected, 0 free; PO-2: 4 expected, 1 free");
    }

    @Test
    void short_firm_units_hold_back_where_there_is_no_row_of_stock_at_all() {
        Outcome plan = shop(
                        inbound("PO", 3).at("outlet").on("2026-12-05"),
                        inbound("main", 3).on("2026-12-06"),
                        line("a", 2).firm("outlet", 2))
                .plan();

        assertThat(plan.inbound()).isEqualTo("PO: 3 expected, 1 free; main: 3 expected, 3 free");
    }

    @Test
    void short_firm_units_of_an_offers_line_hold_back_general_deliveries_alone() {
        Outcome plan = shop(
                        offer("drop"),
                        inbound("drop", 3).offer("drop").on("2026-12-01"),
                        inbound("general", 3).on("2026-12-05"),
                        line("a", 2).offer("drop").firm("main", 2))
                .plan();

        assertThat(plan.inbound()).isEqualTo("drop: 3 expected, 3 free; general: 3 expected, 1 free");
    }

    @Test
    void goods_that_arrive_are_put_aside_first() {
        Outcome plan = shop(stock("main", 0).safety(2), inbound("PO", 3).on("2026-12-05"), line("a", 2))
                .after(receive("PO", 3));

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main, 1 nowhere");
        assertThat(shop(stock("main", 1).safety(2), line("a", 1))
                        .after(arrives(1))
                        .pegs("a"))
                .isEqualTo("1 nowhere");
    }
}
