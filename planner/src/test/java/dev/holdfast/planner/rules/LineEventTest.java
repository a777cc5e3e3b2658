package dev.holdfast.planner.rules;

import static dev.holdfast.planner.Splitting.WHOLE_LINE;
import static dev.holdfast.planner.Splitting.WHOLE_ORDER;
import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Happens.arrives;
import static dev.holdfast.planner.rules.Happens.cancel;
import static dev.holdfast.planner.rules.Happens.place;
import static dev.holdfast.planner.rules.Happens.raise;
import static dev.holdfast.planner.rules.Happens.recall;
import static dev.holdfast.planner.rules.Happens.release;
import static dev.holdfast.planner.rules.Happens.ship;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.InvalidFacts;
import org.junit.jupiter.api.Test;

/** What happens to lines: cancelled, released, recalled, shipped. */
class LineEventTest {

    private static void refuses(Shop shop, String place, Event... events) {
        assertThatExceptionOfType(InvalidFacts.class)
                .isThrownBy(() -> shop.after(events))
                .extracting(InvalidFacts::place)
                .isEqualTo("events[" + (events.length - 1) + "]." + place);
    }

    @Test
    void a_cancelled_line_gives_its_units_back() {
        Shop shop = shop(stock("main", 3), line("a", 3), line("b", 2));

        assertThat(shop.after(cancel("a", 1)).pegs("b")).isEqualTo("1 stock:main, 1 nowhere");
        assertThat(shop.after(cancel("a", 3)).queue()).containsExactly("b");
        assertThat(shop.after(cancel("a", 0)).pegs("a")).isEqualTo("3 stock:main");
    }

    @Test
    void a_cancellation_takes_units_that_are_not_firm_first() {
        Shop shop = shop(stock("main", 3), stock("outlet", 9), line("a", 5).firm("main", 3));

        assertThat(shop.after(cancel("a", 2)).pegs("a")).isEqualTo("3 stock:main firm");
        assertThat(shop.after(cancel("a", 3)).pegs("a")).isEqualTo("2 stock:main firm");
    }

    @Test
    void firm_units_beyond_the_open_ones_are_dropped_from_the_last_location_of_the_shop() {
        Shop shop = shop(
                        stock("main", 9),
                        stock("outlet", 9),
                        stock("attic", 9),
                        line("a", 6).firm("attic", 2).firm("main", 2).firm("outlet", 2))
                .locations("outlet", "main");

        assertThat(shop.after(cancel("a", 1)).pegs("a"))
                .isEqualTo("2 stock:outlet firm, 2 stock:main firm, 1 stock:attic firm");
        assertThat(shop.after(cancel("a", 3)).pegs("a")).isEqualTo("2 stock:outlet firm, 1 stock:main firm");
        assertThat(shop.after(cancel("a", 5)).pegs("a")).isEqualTo("1 stock:outlet firm");
    }

    @Test
    void a_release_makes_ready_units_firm_in_supply_order() {
        Outcome plan = shop(
                        stock("main", 1), stock("outlet", 2), inbound("PO", 9).on("2026-12-05"), line("a", 5))
                .after(release("a", 2));

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main firm, 1 stock:outlet firm, 1 stock:outlet, 2 inbound:PO");
        assertThat(plan.ready("a")).isEqualTo(3);
    }

    @Test
    void a_release_takes_dedicated_units_before_general_ones_of_a_location_but_not_of_an_earlier_one() {
        Shop shop = shop(
                offer("drop"),
                stock("attic", 1),
                stock("main", 1).offer("drop"),
                stock("main", 1),
                line("a", 3).offer("drop"));

        assertThat(shop.plan().pegs("a")).isEqualTo("1 stock:attic, 1 stock:main:drop, 1 stock:main");
        assertThat(shop.after(release("a", 1)).pegs("a"))
                .isEqualTo("1 stock:attic firm, 1 stock:main:drop, 1 stock:main");
        assertThat(shop.after(release("a", 2)).pegs("a"))
                .isEqualTo("1 stock:attic firm, 1 stock:main:drop firm, 1 stock:main");
    }

    @Test
    void a_release_may_change_which_stock_other_lines_are_on() {
        Shop shop = shop(
                offer("drop"),
                stock("main", 1),
                stock("main", 1).offer("drop"),
                line("a", 1).offer("drop"),
                line("b", 1).offer("drop"));

        assertThat(shop.plan().pegs("b")).isEqualTo("1 stock:main");
        Outcome released = shop.after(release("b", 1));
        assertThat(released.pegs("b")).isEqualTo("1 stock:main:drop firm");
        assertThat(released.pegs("a")).isEqualTo("1 stock:main");
    }

    @Test
    void a_release_takes_no_more_than_is_ready_and_not_yet_firm() {
        Shop shop = shop(
                stock("main", 3),
                inbound("PO", 9).on("2026-11-22"),
                line("a", 5).firm("main", 1));

        assertThat(shop.after(release("a", 2)).pegs("a")).isEqualTo("3 stock:main firm, 2 inbound:PO");
        refuses(shop, "release.quantity", release("a", 3));
        refuses(shop, "release.quantity", release("a", 2), release("a", 1));
        assertThat(shop.after(release("a", 0)).pegs("a")).isEqualTo("1 stock:main firm, 2 stock:main, 2 inbound:PO");
    }

    @Test
    void short_firm_units_are_not_ready_to_be_released_again() {
        Shop shop = shop(stock("main", 1), stock("outlet", 1), line("a", 4).firm("main", 2));

        assertThat(shop.after(release("a", 1)).pegs("a"))
                .isEqualTo("1 stock:main firm, 1 stock:outlet firm, 2 nowhere");
        refuses(shop, "release.quantity", release("a", 2));
    }

    @Test
    void what_splitting_does_not_let_ship_cannot_be_released() {
        Given.Line whole = line("a", 3).splitting(WHOLE_LINE);
        Given.Line ordered = line("a", 2).order("o").splitting(WHOLE_ORDER);

        refuses(shop(stock("main", 2), whole), "release.quantity", release("a", 1));
        refuses(shop(stock("main", 2), ordered, line("b", 1).order("o")), "release.quantity", release("a", 1));
        assertThat(shop(stock("main", 3), whole).after(release("a", 1)).pegs("a"))
                .isEqualTo("1 stock:main firm, 2 stock:main");
        assertThat(shop(stock("main", 3), ordered, line("b", 1).order("o"))
                        .after(release("a", 2))
                        .pegs("a"))
                .isEqualTo("2 stock:main firm");
    }

    @Test
    void a_recall_takes_firmness_back_from_the_last_location_first() {
        Shop shop = shop(
                        stock("main", 9),
                        stock("outlet", 9),
                        line("a", 5).firm("main", 2).firm("outlet", 2))
                .locations("outlet", "main");

        assertThat(shop.after(recall("a", 1)).pegs("a"))
                .isEqualTo("2 stock:outlet firm, 2 stock:outlet, 1 stock:main firm");
        assertThat(shop.after(recall("a", 3)).pegs("a")).isEqualTo("1 stock:outlet firm, 4 stock:outlet");
        refuses(shop, "recall.quantity", recall("a", 5));
    }

    @Test
    void recalled_units_may_go_to_who_stands_ahead() {
        Outcome plan = shop(stock("main", 2), line("a", 2), line("b", 2).firm("main", 2))
                .after(recall("b", 1));

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main, 1 nowhere");
        assertThat(plan.pegs("b")).isEqualTo("1 stock:main firm, 1 nowhere");
    }

    @Test
    void recalled_units_that_the_safety_stock_needs_are_no_supply() {
        Outcome plan =
                shop(stock("main", 2).safety(1), line("a", 2).firm("main", 2)).after(recall("a", 2));

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main, 1 nowhere");
    }

    @Test
    void short_firm_units_can_be_recalled() {
        Outcome plan = shop(stock("outlet", 2), line("a", 2).firm("main", 2)).after(recall("a", 2));

        assertThat(plan.pegs("a")).isEqualTo("2 stock:outlet");
        assertThat(plan.incidents()).isEmpty();
    }

    @Test
    void shipping_lowers_stock_and_open_units() {
        Outcome plan = shop(stock("main", 3), line("a", 2), line("b", 2)).after(ship("a", 2));

        assertThat(plan.stock()).isEqualTo("main: 1");
        assertThat(plan.queue()).containsExactly("b");
        assertThat(plan.pegs("b")).isEqualTo("1 stock:main, 1 nowhere");
    }

    @Test
    void shipping_is_a_fact_that_asks_neither_for_readiness_nor_for_the_turn_nor_for_safety_stock() {
        Outcome plan = shop(
                        stock("main", 2).safety(2),
                        line("a", 1),
                        line("b", 2).splitting(WHOLE_LINE).only("outlet"))
                .after(ship("b", 1));

        assertThat(plan.stock()).isEqualTo("main: 1");
        assertThat(plan.line("b").line().open()).isEqualTo(1);
    }

    @Test
    void shipping_uses_the_lines_firm_units_there_first_then_others() {
        Shop shop = shop(
                        stock("main", 9),
                        stock("outlet", 9),
                        line("a", 6).firm("main", 2).firm("outlet", 2))
                .locations("main", "outlet");

        assertThat(shop.after(ship("a", 1)).pegs("a"))
                .isEqualTo("1 stock:main firm, 2 stock:main, 2 stock:outlet firm");
        assertThat(shop.after(ship("a", 3)).pegs("a")).isEqualTo("1 stock:main, 2 stock:outlet firm");
        assertThat(shop.after(ship("a", 5)).pegs("a")).isEqualTo("1 stock:outlet firm");
    }

    @Test
    void shipping_takes_the_lines_dedicated_stock_before_general_stock() {
        Shop shop = shop(
                offer("drop"),
                offer("other"),
                stock("main", 2),
                stock("main", 2).offer("drop"),
                stock("main", 2).offer("other"),
                line("a", 4).offer("drop"),
                line("b", 3));

        assertThat(shop.after(ship("a", 1)).stock()).isEqualTo("main: 2, main for drop: 1, main for other: 2");
        assertThat(shop.after(ship("a", 3)).stock()).isEqualTo("main: 1, main for drop: 0, main for other: 2");
        assertThat(shop.after(ship("b", 2)).stock()).isEqualTo("main: 0, main for drop: 2, main for other: 2");
        refuses(shop, "ship.quantity", ship("b", 3));
    }

    @Test
    void shipping_needs_open_units_and_stock_at_that_location() {
        Shop shop = shop(stock("main", 9), stock("outlet", 1), line("a", 2));

        refuses(shop, "ship.quantity", ship("a", 3));
        refuses(shop, "ship.quantity", ship("a", 2, "outlet"));
        refuses(shop, "ship.quantity", ship("a", 1, "nowhere"));
        assertThat(shop.after(ship("a", 0, "nowhere")).stock()).isEqualTo("main: 9, outlet: 1");
    }

    @Test
    void firm_units_of_others_that_lose_their_stock_are_short() {
        Outcome plan = shop(stock("main", 3), line("a", 2).firm("main", 2), line("b", 2))
                .after(ship("b", 2));

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main firm, 1 nowhere");
        assertThat(plan.incidents()).containsExactly("SHORT a 1");
    }

    @Test
    void a_finished_line_may_be_raised_again_but_its_ids_never_placed_again() {
        Shop shop = shop(stock("main", 3), line("a", 1));

        assertThat(shop.after(ship("a", 1), raise("a", 2)).pegs("a")).isEqualTo("2 stock:main");
        refuses(shop, "place.order", ship("a", 1), place("a", 1));
    }

    @Test
    void units_that_arrive_first_go_to_short_firm_units_of_their_location() {
        Outcome plan = shop(line("a", 1), line("b", 1).firm("main", 1)).after(arrives(1));

        assertThat(plan.pegs("a")).isEqualTo("1 nowhere");
        assertThat(plan.pegs("b")).isEqualTo("1 stock:main firm");
    }
}
