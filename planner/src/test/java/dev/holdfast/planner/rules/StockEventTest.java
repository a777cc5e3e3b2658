package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Happens.adjust;
import static dev.holdfast.planner.rules.Happens.arrives;
import static dev.holdfast.planner.rules.Happens.count;
import static dev.holdfast.planner.rules.Happens.delay;
import static dev.holdfast.planner.rules.Happens.free;
import static dev.holdfast.planner.rules.Happens.freeInbound;
import static dev.holdfast.planner.rules.Happens.receive;
import static dev.holdfast.planner.rules.Happens.receiveAndClose;
import static dev.holdfast.planner.rules.Happens.restock;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What arrives, is counted, returned, freed or late. */
class StockEventTest {

    @ParameterizedTest(name = "{0} of 4 arrive: {1} on stock, {2} still expected, {3}")
    @CsvSource({"0, 2, 4, []", "1, 3, 3, []", "4, 6, 0, []", "7, 9, 0, [OVER_RECEIPT 3]"})
    void a_receipt_adds_to_stock_and_lowers_what_is_expected(
            long arrives, long onHand, long expected, String incidents) {
        Outcome plan = shop(stock("main", 2), inbound("PO", 4).on("2026-12-05")).after(receive("PO", arrives));

        assertThat(plan.stock()).isEqualTo("main: " + onHand);
        assertThat(plan.inbound()).isEqualTo("PO: " + expected + " expected, " + expected + " free");
        assertThat(plan.incidents()).hasToString(incidents);
    }

    @Test
    void a_receipt_that_closes_ends_the_delivery_short() {
        Outcome plan = shop(inbound("PO", 4).on("2026-12-05"), line("a", 3)).after(receiveAndClose("PO", 1));

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main, 2 nowhere");
        assertThat(plan.inbound()).isEqualTo("PO: 0 expected, 0 free");
        assertThat(plan.incidents()).containsExactly("OVERSOLD a 2");
    }

    @Test
    void more_than_expected_is_reported_for_each_receipt() {
        Outcome plan = shop(inbound("PO", 2).on("2026-12-05"))
                .after(receive("PO", 3), receive("PO", 0), receiveAndClose("PO", 2), arrives(9));

        assertThat(plan.incidents()).containsExactly("OVER_RECEIPT 1", "OVER_RECEIPT 2");
        assertThat(plan.plan().incidents())
                .allMatch(incident ->
                        incident.line() == null && incident.variant().value().equals(Shop.TEE));
        assertThat(plan.stock()).isEqualTo("main: 14");
    }

    @Test
    void goods_may_arrive_elsewhere_than_expected() {
        Outcome plan = shop(inbound("PO", 2).on("2026-12-05"), line("a", 2).only("main"))
                .after(receive("PO", 1, "outlet"));

        assertThat(plan.stock()).isEqualTo("outlet: 1");
        assertThat(plan.pegs("a")).isEqualTo("1 inbound:PO, 1 nowhere");
    }

    @Test
    void units_received_for_an_offer_stay_for_that_offer() {
        Outcome plan = shop(
                        offer("drop"),
                        inbound("PO", 3).offer("drop").on("2026-12-05"),
                        line("a", 1),
                        line("b", 2).offer("drop"))
                .after(receive("PO", 2));

        assertThat(plan.stock()).isEqualTo("main for drop: 2");
        assertThat(plan.pegs("a")).isEqualTo("1 nowhere");
        assertThat(plan.pegs("b")).isEqualTo("2 stock:main:drop");
    }

    @Test
    void an_unexpected_arrival_is_general_stock() {
        Outcome plan = shop(inbound("PO", 3)).after(arrives(2));

        assertThat(plan.stock()).isEqualTo("main: 2");
        assertThat(plan.inbound()).isEqualTo("PO: 3 expected, 3 free");
        assertThat(plan.incidents()).isEmpty();
    }

    @Test
    void an_arrival_of_nothing_shows_its_row() {
        assertThat(shop().after(arrives(0)).stock()).isEqualTo("main: 0");
    }

    @Test
    void a_delay_moves_the_date_or_takes_it_away() {
        Shop shop = shop(inbound("PO-1", 1).on("2026-12-05"), inbound("PO-2", 1).on("2026-12-10"), line("a", 1));

        assertThat(shop.after(delay("PO-1", "2026-12-19")).pegs("a")).isEqualTo("1 inbound:PO-2");
        assertThat(shop.after(delay("PO-1", null), delay("PO-2", null)).shipOn("a"))
                .isEqualTo("null");
        assertThat(shop.after(delay("PO-2", "2026-11-01")).pegs("a")).isEqualTo("1 inbound:PO-2 overdue");
    }

    @Test
    void freeing_dedicated_stock_makes_it_general() {
        Outcome plan = shop(
                        offer("drop"),
                        stock("main", 3).offer("drop"),
                        line("a", 2),
                        line("b", 2).offer("drop"))
                .after(free("drop", 2));

        assertThat(plan.stock()).isEqualTo("main: 2, main for drop: 1");
        assertThat(plan.pegs("a")).isEqualTo("2 stock:main");
        assertThat(plan.pegs("b")).isEqualTo("1 stock:main:drop, 1 nowhere");
    }

    @Test
    void freeing_nothing_shows_both_rows() {
        assertThat(shop(offer("drop")).after(free("drop", 0)).stock()).isEqualTo("main: 0, main for drop: 0");
    }

    @Test
    void freeing_a_delivery_makes_it_general_before_and_after_it_arrives() {
        Shop shop = shop(offer("drop"), inbound("PO", 3).offer("drop").on("2026-12-05"), line("a", 2));

        assertThat(shop.after(freeInbound("PO")).pegs("a")).isEqualTo("2 inbound:PO");
        assertThat(shop.after(freeInbound("PO"), receive("PO", 1)).stock()).isEqualTo("main: 1");
        assertThat(shop.after(receive("PO", 1), freeInbound("PO")).stock()).isEqualTo("main for drop: 1");
    }

    @Test
    void freeing_a_general_delivery_changes_nothing() {
        Shop shop = shop(inbound("PO", 3).on("2026-12-05"), line("a", 2));

        assertThat(shop.after(freeInbound("PO")).pegs("a")).isEqualTo("2 inbound:PO");
    }

    @Test
    void returned_counted_and_adjusted_units_are_of_general_or_of_dedicated_stock() {
        Shop shop = shop(offer("drop"), stock("main", 5), stock("main", 5).offer("drop"));

        assertThat(shop.after(restock(null, 2)).stock()).isEqualTo("main: 7, main for drop: 5");
        assertThat(shop.after(restock("drop", 2)).stock()).isEqualTo("main: 5, main for drop: 7");
        assertThat(shop.after(count(null, 2)).stock()).isEqualTo("main: 2, main for drop: 5");
        assertThat(shop.after(count("drop", 2)).stock()).isEqualTo("main: 5, main for drop: 2");
        assertThat(shop.after(adjust(null, -5)).stock()).isEqualTo("main: 0, main for drop: 5");
        assertThat(shop.after(adjust("drop", 2)).stock()).isEqualTo("main: 5, main for drop: 7");
    }

    @Test
    void each_shows_the_row_it_names_even_when_nothing_is_on_it() {
        assertThat(shop().after(restock(null, 0)).stock()).isEqualTo("main: 0");
        assertThat(shop().after(count(null, 0)).stock()).isEqualTo("main: 0");
        assertThat(shop().after(adjust(null, 0)).stock()).isEqualTo("main: 0");
        assertThat(shop(offer("drop")).after(adjust("drop", 0)).stock()).isEqualTo("main for drop: 0");
    }

    @Test
    void the_safety_stock_of_a_row_outlives_a_count() {
        Outcome plan = shop(stock("main", 9).safety(3), line("a", 5)).after(count(null, 4));

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main, 4 nowhere");
    }

    @Test
    void stock_that_turns_out_short_of_firm_units_is_reported() {
        Shop shop = shop(
                stock("main", 3),
                stock("outlet", 3),
                line("a", 2).firm("main", 2),
                line("b", 1).firm("main", 1));

        assertThat(shop.after(count(null, 1)).incidents()).containsExactly("SHORT a 1", "SHORT b 1");
        assertThat(shop.after(adjust(null, -1)).incidents()).containsExactly("SHORT b 1");
        assertThat(shop.after(adjust(null, -1), arrives(1)).incidents()).isEmpty();
    }
}
