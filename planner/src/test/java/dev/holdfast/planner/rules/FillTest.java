package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Planner;
import dev.holdfast.planner.QueueBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines take, in their order, from supplies, in theirs. */
class FillTest {

    @ParameterizedTest(name = "{0} on stock, {1} to come: a has {2}, b has {3}")
    @CsvSource(delimiter = '|', textBlock = """
            0 | 0 | 2 nowhere                    | 3 nowhere
            1 | 0 | 1 stock:main, 1 nowhere      | 3 nowhere
            2 | 0 | 2 stock:main                 | 3 nowhere
            4 | 0 | 2 stock:main                 | 2 stock:main, 1 nowhere
            9 | 9 | 2 stock:main                 | 3 stock:main
            0 | 4 | 2 inbound:PO                 | 2 inbound:PO, 1 nowhere
            1 | 2 | 1 stock:main, 1 inbound:PO   | 1 inbound:PO, 2 nowhere
            3 | 1 | 2 stock:main                 | 1 stock:main, 1 inbound:PO, 1 nowhere
            """)
    void who_stands_first_is_served_first(long onHand, long toCome, String first, String second) {
        Outcome plan = shop(stock("main", onHand), inbound("PO", toCome).on("2026-12-05"), line("a", 2), line("b", 3))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo(first);
        assertThat(plan.pegs("b")).isEqualTo(second);
    }

    @Test
    void no_line_is_skipped_because_a_smaller_one_would_fit() {
        Outcome plan = shop(stock("main", 3), line("big", 5), line("small", 2)).plan();

        assertThat(plan.pegs("big")).isEqualTo("3 stock:main, 2 nowhere");
        assertThat(plan.pegs("small")).isEqualTo("2 nowhere");
    }

    @Test
    void supplies_come_by_date_stock_before_deliveries_of_today_and_dateless_ones_last() {
        Outcome plan = shop(
                        inbound("never", 1),
                        inbound("later", 1).on("2026-12-05"),
                        inbound("sooner", 1).on("2026-11-23"),
                        inbound("today", 1).on("2026-11-22"),
                        stock("main", 1),
                        line("a", 5))
                .plan();

        assertThat(plan.pegs("a"))
                .isEqualTo("1 stock:main, 1 inbound:today, 1 inbound:sooner, 1 inbound:later, 1 inbound:never");
        assertThat(plan.line("a").pegs())
                .extracting(peg -> String.valueOf(peg.from()))
                .containsExactly("2026-11-22", "2026-11-22", "2026-11-23", "2026-12-05", "null");
    }

    @Test
    void a_delivery_whose_date_has_passed_counts_from_today_and_is_flagged() {
        Outcome plan = shop(
                        inbound("b", 1).on("2026-11-21"),
                        inbound("c", 1).on("2026-11-22"),
                        inbound("a", 1).on("2026-11-20"),
                        stock("main", 1),
                        line("a", 4))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main, 1 inbound:a overdue, 1 inbound:b overdue, 1 inbound:c");
        assertThat(plan.line("a").pegs())
                .allMatch(peg -> peg.from() != null && peg.from().toString().equals("2026-11-22"));
    }

    @Test
    void at_equal_dates_the_shops_order_of_locations_decides_then_the_id() {
        Outcome plan = shop(
                        inbound("1", 1).at("attic").on("2026-12-05"),
                        inbound("3", 1).at("outlet").on("2026-12-05"),
                        inbound("2", 1).at("outlet").on("2026-12-05"),
                        stock("attic", 1),
                        stock("main", 1),
                        stock("outlet", 1),
                        line("a", 6))
                .locations("outlet", "main")
                .plan();

        assertThat(plan.pegs("a"))
                .isEqualTo("1 stock:outlet, 1 stock:main, 1 stock:attic, 1 inbound:2, 1 inbound:3, 1 inbound:1");
    }

    @Test
    void locations_that_are_not_listed_come_by_id() {
        Outcome plan = shop(stock("b", 1), stock("c", 1), stock("a", 1), line("x", 3))
                .locations("c")
                .plan();

        assertThat(plan.pegs("x")).isEqualTo("1 stock:c, 1 stock:a, 1 stock:b");
    }

    @Test
    void a_line_limited_to_locations_takes_only_from_those() {
        Outcome plan = shop(
                        stock("main", 5),
                        stock("outlet", 1),
                        inbound("PO-main", 5).on("2026-11-23"),
                        inbound("PO-attic", 5).at("attic").on("2026-12-05"),
                        line("a", 3).only("outlet", "attic"),
                        line("b", 1))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 stock:outlet, 2 inbound:PO-attic");
        assertThat(plan.pegs("b")).isEqualTo("1 stock:main");
    }

    @Test
    void lines_stand_by_priority_then_by_when_they_were_placed_then_by_id() {
        Outcome plan = shop(
                        line("d", 1).placed("2026-11-02T00:00:00Z"),
                        line("c", 2).placed("2026-11-02T00:00:00Z"),
                        line("b", 3).placed("2026-11-01T00:00:00Z"),
                        line("a", 4).placed("2026-11-03T00:00:00Z").priority(-1),
                        line("z", 5).placed("2026-11-09T00:00:00Z").priority(1))
                .plan();

        assertThat(plan.queue()).containsExactly("z", "b", "c", "d", "a");
        assertThat(plan.plan().lines()).extracting(planned -> planned.ahead()).containsExactly(0L, 5L, 8L, 10L, 11L);
    }

    @Test
    void a_shop_that_queues_by_promise_looks_at_it_after_the_priority_and_before_the_hour() {
        Given[] lines = {
            line("none", 1).placed("2026-11-01T00:00:00Z"),
            line("later", 1).placed("2026-11-02T00:00:00Z").promised("2026-12-02"),
            line("sooner", 1).placed("2026-11-03T00:00:00Z").promised("2026-12-01"),
            line("same", 1).placed("2026-11-02T12:00:00Z").promised("2026-12-01"),
            line("first", 1).placed("2026-11-09T00:00:00Z").priority(1)
        };

        assertThat(shop(lines).queueBy(QueueBy.PROMISED).plan().queue())
                .containsExactly("first", "same", "sooner", "later", "none");
        assertThat(shop(lines).queueBy(QueueBy.PLACED).plan().queue())
                .containsExactly("first", "none", "later", "same", "sooner");
    }

    @Test
    void each_variant_has_its_own_queue_and_supplies() {
        Outcome plan = shop(
                        stock("main", 1),
                        stock("main", 2).of("CAP"),
                        line("a", 2),
                        line("b", 1).of("CAP"),
                        line("c", 1))
                .plan();

        assertThat(plan.queue()).containsExactly("b", "a", "c");
        assertThat(plan.pegs("a")).isEqualTo("1 stock:main, 1 nowhere");
        assertThat(plan.pegs("b")).isEqualTo("1 stock:main");
        assertThat(plan.line("c").ahead()).isEqualTo(2);
        assertThat(plan.line("b").ahead()).isZero();
    }

    @Test
    void a_line_with_nothing_open_is_not_shown() {
        assertThat(shop(stock("main", 1), line("a", 0), line("b", 1)).plan().queue())
                .containsExactly("b");
    }

    @Test
    void an_offer_alone_reserves_nothing() {
        Outcome plan = shop(offer("drop"), stock("main", 2), line("a", 1).offer("drop"), line("b", 2))
                .plan();

        assertThat(plan.pegs("a")).isEqualTo("1 stock:main");
        assertThat(plan.pegs("b")).isEqualTo("1 stock:main, 1 nowhere");
    }

    @Test
    void a_billion_units_are_planned_like_one() {
        Outcome plan = new Outcome(Planner.plan(shop(
                        stock("main", 1_000_000_000),
                        stock("outlet", 1_000_000_000),
                        stock("attic", 1_000_000_000),
                        line("a", 1_000_000_000),
                        line("b", 1_000_000_000),
                        line("c", 1_000_000_000),
                        line("d", 1_000_000_000))
                .facts()));

        assertThat(plan.pegs("c")).isEqualTo("1000000000 stock:outlet");
        assertThat(plan.pegs("d")).isEqualTo("1000000000 nowhere");
        assertThat(plan.line("d").ahead()).isEqualTo(3_000_000_000L);
        assertThat(plan.availability().available()).isEqualTo(-1_000_000_000);
    }
}
