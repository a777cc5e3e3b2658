package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Happens.cancel;
import static dev.holdfast.planner.rules.Happens.release;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Supply dedicated to an offer serves that offer's lines only, and before general supply. */
class DedicatedTest {

    @Test
    void nobody_else_gets_it() {
        Outcome plan = shop(
                        offer("drop"),
                        offer("other"),
                        stock("main", 2).offer("drop"),
                        inbound("PO", 2).offer("drop").on("2026-12-05"),
                        line("a", 1),
                        line("b", 1).offer("other"),
                        line("c", 3).offer("drop"))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 nowhere");
        assertThat(plan.pegs("b")).isEqualTo("1 nowhere");
        assertThat(plan.pegs("c")).isEqualTo("2 stock:main:drop, 1 inbound:PO");
        assertThat(plan.ladder()).isEmpty();
    }

    @Test
    void it_is_used_before_general_stock_even_when_that_is_earlier() {
        Outcome plan = shop(
                        offer("drop"),
                        stock("main", 2),
                        inbound("dated", 1).offer("drop").on("2026-12-05"),
                        inbound("dateless", 1).offer("drop"),
                        line("a", 3).offer("drop"),
                        line("b", 2))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main, 1 inbound:dated, 1 inbound:dateless");
        assertThat(plan.pegs("b")).isEqualTo("1 stock:main, 1 nowhere");
    }

    @Test
    void a_cancellation_ahead_may_move_a_line_from_stock_to_the_batch() {
        Shop shop = shop(
                offer("drop"),
                stock("main", 2),
                inbound("PO", 2).offer("drop").on("2026-12-05"),
                line("a", 2).offer("drop"),
                line("b", 2).offer("drop"));

        assertThat(shop.plan().pegs("b")).isEqualTo("2 stock:main");
        assertThat(shop.after(cancel("a", 2)).pegs("b")).isEqualTo("2 inbound:PO");
    }

    @Test
    void a_line_that_was_released_keeps_its_stock() {
        Outcome plan = shop(
                        offer("drop"),
                        stock("main", 2),
                        inbound("PO", 2).offer("drop").on("2026-12-05"),
                        line("a", 2).offer("drop"),
                        line("b", 2).offer("drop"))
                .after(release("b", 2), cancel("a", 2));

        assertThat(plan.pegs("b")).isEqualTo("2 stock:main firm");
    }

    @Test
    void it_goes_to_the_offers_lines_in_line_order_and_supply_order() {
        Outcome plan = shop(
                        offer("drop"),
                        inbound("later", 2).offer("drop").on("2026-12-06"),
                        inbound("sooner", 2).offer("drop").on("2026-12-05"),
                        stock("outlet", 1).offer("drop"),
                        line("a", 2).offer("drop"),
                        line("b", 4).offer("drop").priority(1))
                .plan();

        assertThat(plan.pegs("b")).isEqualTo("1 stock:outlet:drop, 2 inbound:sooner, 1 inbound:later");
        assertThat(plan.pegs("a")).isEqualTo("1 inbound:later, 1 nowhere");
    }

    @Test
    void dedicated_stock_is_shown_before_general_stock_of_its_location() {
        Outcome plan = shop(
                        offer("drop"),
                        stock("main", 1),
                        stock("main", 1).offer("drop"),
                        stock("attic", 1),
                        line("a", 3).offer("drop"))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 stock:attic, 1 stock:main:drop, 1 stock:main");
    }

    @Test
    void a_line_limited_to_locations_takes_dedicated_supply_only_there() {
        Outcome plan = shop(
                        offer("drop"),
                        stock("main", 2).offer("drop"),
                        inbound("PO", 1).offer("drop").at("outlet").on("2026-12-05"),
                        line("a", 2).offer("drop").only("outlet"))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 inbound:PO, 1 nowhere");
    }
}
