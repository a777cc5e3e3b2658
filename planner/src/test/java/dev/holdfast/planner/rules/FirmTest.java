package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Firm units are on the stock of their own location and do not move. */
class FirmTest {

    @Test
    void firm_units_take_their_stock_before_anybody_ahead_of_them() {
        Outcome plan = shop(
                        stock("main", 3), line("a", 3).priority(9), line("b", 2).firm("main", 2))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main, 2 nowhere");
        assertThat(plan.pegs("b")).isEqualTo("2 stock:main firm");
    }

    @Test
    void where_stock_is_short_of_them_they_take_it_in_line_order_and_wait_there() {
        Outcome plan = shop(
                        stock("main", 3),
                        stock("outlet", 9),
                        inbound("PO", 9).on("2026-12-05"),
                        line("a", 2).firm("main", 2),
                        line("b", 3).firm("main", 2))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("2 stock:main firm");
        assertThat(plan.pegs("b")).isEqualTo("1 stock:main firm, 1 stock:outlet, 1 nowhere");
        assertThat(plan.incidents()).containsExactly("SHORT b 1");
    }

    @Test
    void a_line_may_be_firm_at_several_locations() {
        Outcome plan = shop(
                        stock("main", 1),
                        stock("outlet", 5),
                        line("a", 5).firm("outlet", 2).firm("main", 2))
                .locations("outlet", "main")
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("2 stock:outlet firm, 1 stock:outlet, 1 stock:main firm, 1 nowhere");
        assertThat(plan.incidents()).containsExactly("SHORT a 1");
    }

    @Test
    void the_same_location_named_twice_is_one_peg() {
        Outcome plan = shop(stock("main", 5), line("a", 3).firm("main", 1).firm("main", 2))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("3 stock:main firm");
    }

    @Test
    void the_lines_dedicated_stock_goes_before_general_stock() {
        Outcome plan = shop(
                        offer("drop"),
                        stock("main", 5),
                        stock("main", 2).offer("drop"),
                        line("a", 1).firm("main", 1),
                        line("b", 3).offer("drop").firm("main", 3))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main firm");
        assertThat(plan.pegs("b")).isEqualTo("2 stock:main:drop firm, 1 stock:main firm");
    }

    @Test
    void dedicated_stock_of_another_offer_is_not_theirs() {
        Outcome plan = shop(
                        offer("drop"),
                        offer("other"),
                        stock("main", 5).offer("other"),
                        line("a", 2).offer("drop").firm("main", 2),
                        line("b", 1).firm("main", 1))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("2 nowhere");
        assertThat(plan.pegs("b")).isEqualTo("1 nowhere");
        assertThat(plan.incidents()).containsExactly("SHORT a 2", "SHORT b 1");
    }

    @Test
    void the_locations_of_a_line_do_not_bind_where_it_is_firm() {
        Outcome plan = shop(
                        stock("main", 2),
                        stock("outlet", 2),
                        line("a", 3).only("outlet").firm("main", 1))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main firm, 2 stock:outlet");
    }

    @Test
    void a_row_of_dedicated_stock_that_is_firmly_taken_leaves_the_rest_to_its_offer() {
        Outcome plan = shop(
                        offer("drop"),
                        stock("main", 3).offer("drop"),
                        line("a", 4).offer("drop"),
                        line("b", 2).offer("drop").firm("main", 2))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main:drop, 3 nowhere");
        assertThat(plan.pegs("b")).isEqualTo("2 stock:main:drop firm");
    }
}
