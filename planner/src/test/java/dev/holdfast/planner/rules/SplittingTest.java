package dev.holdfast.planner.rules;

import static dev.holdfast.planner.Splitting.SPLIT;
import static dev.holdfast.planner.Splitting.WHOLE_LINE;
import static dev.holdfast.planner.Splitting.WHOLE_ORDER;
import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Splitting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a line may ship now; it never changes what is pegged. */
class SplittingTest {

    @ParameterizedTest(name = "{0} of 3 on stock, {1}: {2} ready")
    @CsvSource({
        "0, SPLIT, 0", "2, SPLIT, 2", "3, SPLIT, 3", "9, SPLIT, 3",
        "0, WHOLE_LINE, 0", "2, WHOLE_LINE, 0", "3, WHOLE_LINE, 3", "9, WHOLE_LINE, 3",
        "0, WHOLE_ORDER, 0", "2, WHOLE_ORDER, 0", "3, WHOLE_ORDER, 3", "9, WHOLE_ORDER, 3"
    })
    void a_line_alone(long onHand, Splitting splitting, long ready) {
        Outcome plan = shop(
                        stock("main", onHand),
                        inbound("PO", 9).on("2026-11-22"),
                        line("a", 3).splitting(splitting))
                .plan();

        assertThat(plan.ready("a")).isEqualTo(ready);
        assertThat(plan.line("a").uncovered()).isZero();
    }

    @Test
    void a_whole_order_waits_for_every_line_of_it() {
        Outcome plan = shop(
                        stock("main", 2),
                        stock("main", 1).of("CAP"),
                        line("a", 2).order("o").splitting(WHOLE_ORDER),
                        line("b", 2).order("o").of("CAP").splitting(SPLIT),
                        line("c", 1).order("other").of("CAP").splitting(WHOLE_ORDER))
                .plan();

        assertThat(plan.ready("a")).isZero();
        assertThat(plan.ready("b")).as("each line follows its own splitting").isEqualTo(1);
        assertThat(plan.ready("c")).isZero();
        assertThat(plan.pegs("a")).isEqualTo("2 stock:main");
    }

    @Test
    void a_whole_order_ships_when_all_of_it_is_there() {
        Outcome plan = shop(
                        stock("main", 1),
                        stock("outlet", 1),
                        stock("main", 1).of("CAP"),
                        line("a", 2).order("o").splitting(WHOLE_ORDER),
                        line("b", 1).order("o").of("CAP").splitting(WHOLE_ORDER),
                        line("finished", 0).order("o").of("MUG").splitting(WHOLE_ORDER))
                .plan();

        assertThat(plan.ready("a")).isEqualTo(2);
        assertThat(plan.ready("b")).isEqualTo(1);
    }

    @Test
    void firm_units_are_ready_and_short_ones_are_not() {
        Outcome plan = shop(
                        stock("main", 1),
                        stock("outlet", 1),
                        line("a", 3).firm("main", 2).splitting(SPLIT))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main firm, 1 stock:outlet, 1 nowhere");
        assertThat(plan.ready("a")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"WHOLE_LINE", "WHOLE_ORDER"})
    void nothing_is_ready_while_one_unit_waits_not_even_firm_ones(Splitting splitting) {
        Outcome plan = shop(stock("main", 2), line("a", 3).firm("main", 2).splitting(splitting))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("2 stock:main firm, 1 nowhere");
        assertThat(plan.ready("a")).isZero();
    }

    @Test
    void a_short_firm_unit_of_one_line_holds_up_its_whole_order() {
        Outcome plan = shop(
                        stock("main", 2),
                        stock("main", 1).of("CAP"),
                        line("a", 2).order("o").firm("main", 1).splitting(WHOLE_ORDER),
                        line("b", 2).order("o").of("CAP").firm("main", 2).splitting(WHOLE_LINE))
                .plan();

        assertThat(plan.ready("a")).isZero();
        assertThat(plan.ready("b")).isZero();
        assertThat(plan.incidents()).containsExactly("SHORT b 1");
    }

    @Test
    void a_whole_line_ships_from_several_locations() {
        Outcome plan = shop(stock("main", 1), stock("outlet", 2), line("a", 3).splitting(WHOLE_LINE))
                .plan();

        assertThat(plan.ready("a")).isEqualTo(3);
    }
}
