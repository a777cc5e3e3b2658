package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Happens.arrives;
import static dev.holdfast.planner.rules.Happens.order;
import static dev.holdfast.planner.rules.Happens.placed;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a variant for a new order. */
class AvailabilityTest {

    private static Outcome sold(Policy policy, long waiting) {
        return shop(stock("main", 5), inbound("PO", 4).on("2026-12-05"), line("a", waiting))
                .sells(policy)
                .plan();
    }

    @ParameterizedTest(name = "{0} waiting for 5 on stock and 4 to come: {1} available")
    @CsvSource({
        "0, 5, 5, 9, 8, 2026-11-22: 5| 2026-12-05: 4",
        "3, 2, 2, 6, 5, 2026-11-22: 2| 2026-12-05: 4",
        "5, 0, 0, 4, 3, 2026-12-05: 4",
        "7, -2, 0, 2, 1, 2026-12-05: 2",
        "9, -4, 0, 0, 0, ''",
        "11, -6, 0, 0, 0, ''"
    })
    void the_plan_of_everyone_waiting_leaves_the_rest(
            long waiting, long available, long deny, long incoming, long limitOfThree, String ladder) {
        Outcome plan = sold(Policy.DENY, waiting);

        assertThat(plan.availability().available()).isEqualTo(available);
        assertThat(plan.availability().sellable()).isEqualTo(deny);
        assertThat(sold(Policy.INCOMING, waiting).availability().sellable()).isEqualTo(incoming);
        assertThat(sold(new Policy.Backorder(3L), waiting).availability().sellable())
                .isEqualTo(limitOfThree);
        assertThat(sold(new Policy.Backorder(null), waiting).availability().sellable())
                .isNull();
        assertThat(plan.ladder().replace(',', '|')).isEqualTo(ladder);
    }

    @Test
    void the_ladder_has_general_supplies_by_date_over_all_locations_dateless_last() {
        Outcome plan = shop(
                        offer("drop"),
                        stock("main", 2),
                        stock("outlet", 3),
                        stock("main", 50).offer("drop"),
                        inbound("overdue", 1).on("2026-10-01"),
                        inbound("today", 1).on("2026-11-22").at("outlet"),
                        inbound("a", 1).on("2026-12-05"),
                        inbound("b", 2).on("2026-12-05").at("outlet"),
                        inbound("none", 0).on("2026-12-06"),
                        inbound("drop", 50).offer("drop").on("2026-12-05"),
                        inbound("c", 4),
                        inbound("d", 5).at("attic"))
                .plan();

        assertThat(plan.ladder()).isEqualTo("2026-11-22: 7, 2026-12-05: 3, null: 9");
        assertThat(plan.availability().available()).isEqualTo(5);
    }

    @Test
    void units_on_dedicated_supply_do_not_wait_and_firm_ones_neither() {
        Outcome plan = shop(
                        offer("drop"),
                        inbound("PO", 1).offer("drop"),
                        inbound("general", 1),
                        line("a", 3).offer("drop"),
                        line("b", 2).firm("main", 1))
                .plan();

        assertThat(plan.availability().available())
                .as("a has one unit on the general delivery and one nowhere, b has one nowhere")
                .isEqualTo(-3);
    }

    @Test
    void both_stock_and_waiting_units_may_be_left_where_lines_are_limited_to_locations() {
        Outcome plan = shop(stock("main", 4), line("a", 3).only("outlet"))
                .sells(new Policy.Backorder(2L))
                .plan();

        assertThat(plan.availability().available()).isEqualTo(1);
        assertThat(plan.availability().sellable()).as("what is on stock").isEqualTo(4);
        assertThat(plan.ladder()).isEqualTo("2026-11-22: 4");
    }

    @ParameterizedTest(name = "limit {0} with 4 on stock and 3 waiting elsewhere: {1}")
    @CsvSource({"0, 4", "3, 4", "4, 5", "9, 10"})
    void under_a_limit_the_larger_of_what_is_on_stock_and_what_the_limit_leaves(long limit, long sellable) {
        Outcome plan = shop(stock("main", 4), line("a", 3).only("outlet"))
                .sells(new Policy.Backorder(limit))
                .plan();

        assertThat(plan.availability().sellable()).isEqualTo(sellable);
    }

    @Test
    void it_is_never_less_than_nothing() {
        assertThat(shop(line("a", 9))
                        .sells(new Policy.Backorder(2L))
                        .plan()
                        .availability()
                        .sellable())
                .isZero();
    }

    @Test
    void safety_stock_and_what_it_holds_back_are_not_available() {
        Outcome plan = shop(stock("main", 3).safety(5), inbound("PO", 4).on("2026-12-05"))
                .sells(Policy.INCOMING)
                .plan();

        assertThat(plan.availability().available()).isZero();
        assertThat(plan.availability().sellable()).isEqualTo(2);
        assertThat(plan.ladder()).isEqualTo("2026-12-05: 2");
    }

    @Test
    void every_variant_that_is_named_anywhere_has_a_row() {
        Outcome plan = shop(
                        offer("drop").of("of offer"),
                        stock("main", 0).of("of stock"),
                        inbound("PO", 0).of("of inbound"),
                        line("a", 0).of("of demand"))
                .sells("of policy", Policy.DENY)
                .after(order("o", placed("b", "of order", 1)), arrives(1));

        assertThat(plan.plan().availability())
                .extracting(row -> row.variant().value())
                .containsExactly(Shop.TEE, "of demand", "of inbound", "of offer", "of order", "of policy", "of stock");
        assertThat(plan.decisions()).containsExactly("OUT_OF_STOCK b in o");
    }
}
