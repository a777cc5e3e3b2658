package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Happens.cancel;
import static dev.holdfast.planner.rules.Happens.receive;
import static dev.holdfast.planner.rules.Happens.ship;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Incident;
import dev.holdfast.planner.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What needs a person: sold beyond a policy, a window or a cap; firm units short; more arrived than expected. */
class IncidentTest {

    @Test
    void under_deny_every_unit_off_stock_is_oversold() {
        Outcome plan = shop(
                        stock("main", 3), inbound("PO", 3).on("2026-12-05"), line("a", 2), line("b", 3), line("c", 4))
                .plan();

        assertThat(plan.incidents()).containsExactly("OVERSOLD c 4", "OVERSOLD b 2");
    }

    @Test
    void under_incoming_only_uncovered_units_are_oversold() {
        Outcome plan = shop(stock("main", 3), inbound("PO", 3), line("a", 2), line("b", 3), line("c", 4))
                .sells(Policy.INCOMING)
                .plan();

        assertThat(plan.incidents()).containsExactly("OVERSOLD c 3");
    }

    @ParameterizedTest(name = "backorder limit {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            9 | []
            6 | []
            5 | [OVERSOLD c 1]
            2 | [OVERSOLD c 4]
            1 | [OVERSOLD c 4, OVERSOLD b 1]
            0 | [OVERSOLD c 4, OVERSOLD b 2]
            """)
    void under_backorder_with_a_limit_the_units_beyond_it_from_the_end_of_the_queue(long limit, String incidents) {
        Outcome plan = shop(
                        stock("main", 3), inbound("PO", 3).on("2026-12-05"), line("a", 2), line("b", 3), line("c", 4))
                .sells(new Policy.Backorder(limit))
                .plan();

        assertThat(plan.incidents()).hasToString(incidents);
    }

    @Test
    void under_backorder_without_a_limit_nothing_is_oversold() {
        assertThat(shop(line("a", 99)).sells(new Policy.Backorder(null)).plan().incidents())
                .isEmpty();
    }

    @Test
    void a_policy_says_nothing_of_lines_under_an_offer() {
        Shop shop = shop(
                offer("drop"),
                line("a", 4).offer("drop"),
                line("b", 1),
                line("c", 4).offer("drop"));

        assertThat(shop.sells(Policy.DENY).plan().incidents()).containsExactly("OVERSOLD b 1");
        assertThat(shop.sells(Policy.INCOMING).plan().incidents()).containsExactly("OVERSOLD b 1");
        assertThat(shop.sells(new Policy.Backorder(1L)).plan().incidents()).isEmpty();
        assertThat(shop.sells(new Policy.Backorder(0L)).plan().incidents()).containsExactly("OVERSOLD b 1");
    }

    @Test
    void firm_units_are_never_oversold_short_ones_are_short() {
        for (Policy policy : new Policy[] {Policy.DENY, Policy.INCOMING, new Policy.Backorder(0L)}) {
            Outcome plan = shop(stock("main", 1), line("a", 3).firm("main", 2))
                    .sells(policy)
                    .plan();

            assertThat(plan.incidents()).containsExactly("OVERSOLD a 1", "SHORT a 1");
        }
    }

    @Test
    void lines_placed_outside_the_window_of_their_offer_are_oversold_but_for_firm_units() {
        Outcome plan = shop(
                        offer("drop").opens("2026-11-02T00:00:00Z").closes("2026-11-03T00:00:00Z"),
                        stock("main", 9),
                        line("before", 2).offer("drop").placed("2026-11-01T23:59:59Z"),
                        line("first", 3).offer("drop").placed("2026-11-02T00:00:00Z"),
                        line("last", 4).offer("drop").placed("2026-11-02T23:59:59Z"),
                        line("after", 5)
                                .offer("drop")
                                .placed("2026-11-03T00:00:00Z")
                                .firm("main", 2))
                .plan();

        assertThat(plan.incidents()).containsExactly("OVERSOLD after 3", "OVERSOLD before 2");
    }

    @ParameterizedTest(name = "cap {0} with {1} shipped: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            9 | 0 | []
            8 | 0 | [OVERSOLD c 1]
            6 | 0 | [OVERSOLD c 3]
            5 | 0 | [OVERSOLD c 4]
            4 | 0 | [OVERSOLD c 4, OVERSOLD b 1]
            9 | 5 | [OVERSOLD c 4, OVERSOLD b 1]
            0 | 0 | [OVERSOLD c 4, OVERSOLD b 3, OVERSOLD a 2]
            0 | 9 | [OVERSOLD c 4, OVERSOLD b 3, OVERSOLD a 2]
            """)
    void beyond_the_cap_as_many_as_were_accepted_from_the_end_of_the_queue(long cap, long shipped, String incidents) {
        Outcome plan = shop(
                        offer("drop").cap(cap).shipped(shipped),
                        stock("main", 99),
                        line("a", 2).offer("drop"),
                        line("b", 3).offer("drop"),
                        line("c", 4).offer("drop"))
                .plan();

        assertThat(plan.incidents()).hasToString(incidents);
    }

    @Test
    void units_that_were_shipped_or_are_firm_are_beyond_the_cap_too_but_cannot_be_named() {
        Outcome plan = shop(
                        offer("drop").cap(5),
                        stock("main", 99),
                        line("a", 3).offer("drop"),
                        line("b", 3).offer("drop"),
                        line("c", 3).offer("drop").firm("main", 2))
                .after(ship("b", 3));

        assertThat(plan.incidents()).containsExactly("OVERSOLD c 1", "OVERSOLD a 3");
    }

    @Test
    void a_cancellation_makes_it_good() {
        Shop shop = shop(
                offer("drop").cap(3), line("a", 3).offer("drop"), line("b", 2).offer("drop"));

        assertThat(shop.after(cancel("a", 1)).incidents()).containsExactly("OVERSOLD b 1");
        assertThat(shop.after(cancel("a", 2)).incidents()).isEmpty();
    }

    @Test
    void units_named_for_the_window_count_towards_those_beyond_the_cap() {
        Given early = line("early", 2).offer("drop").placed("2026-10-01T00:00:00Z");
        Given a = line("a", 3).offer("drop");
        Given b = line("b", 3).offer("drop");

        assertThat(shop(offer("drop").opens("2026-11-01T00:00:00Z").cap(6), early, a, b)
                        .plan()
                        .incidents())
                .containsExactly("OVERSOLD early 2");
        assertThat(shop(offer("drop").opens("2026-11-01T00:00:00Z").cap(5), early, a, b)
                        .plan()
                        .incidents())
                .containsExactly("OVERSOLD b 1", "OVERSOLD early 2");
        assertThat(shop(offer("drop").opens("2026-11-01T00:00:00Z").cap(2), early, a, b)
                        .plan()
                        .incidents())
                .containsExactly("OVERSOLD b 3", "OVERSOLD a 1", "OVERSOLD early 2");
    }

    @Test
    void the_queue_of_an_offer_is_its_lines_of_all_variants() {
        Outcome plan = shop(
                        offer("drop").of(Shop.TEE, "CAP").cap(4),
                        line("1", 2).offer("drop"),
                        line("2", 2).offer("drop").of("CAP"),
                        line("3", 2).offer("drop"),
                        line("4", 2).offer("drop").of("CAP"))
                .plan();

        assertThat(plan.incidents()).containsExactly("OVERSOLD 4 2", "OVERSOLD 3 2");
    }

    @Test
    void the_queue_of_an_offer_goes_by_priority() {
        Outcome plan = shop(
                        offer("drop").of(Shop.TEE, "CAP").cap(2),
                        line("1", 2).offer("drop").priority(-1),
                        line("2", 2).offer("drop").of("CAP"))
                .plan();

        assertThat(plan.incidents()).containsExactly("OVERSOLD 1 2");
    }

    @Test
    void oversold_comes_by_variant_from_the_end_short_in_queue_order_then_receipts() {
        Outcome plan = shop(
                        offer("drop").cap(1),
                        inbound("PO", 1),
                        line("a", 2),
                        line("b", 2).offer("drop"),
                        line("c", 2),
                        line("d", 2).of("CAP"),
                        line("e", 2).of("CAP").firm("main", 1),
                        line("f", 2).firm("main", 2),
                        line("g", 2).firm("outlet", 2))
                .after(receive("PO", 3, "attic"));

        assertThat(plan.incidents())
                .containsExactly(
                        "OVERSOLD e 1",
                        "OVERSOLD d 2",
                        "OVERSOLD c 2",
                        "OVERSOLD b 1",
                        "SHORT e 1",
                        "SHORT f 2",
                        "SHORT g 2",
                        "OVER_RECEIPT 2");
    }

    @Test
    void oversold_says_past_what() {
        Outcome plan = shop(offer("drop").cap(1), line("a", 2), line("b", 3).offer("drop"))
                .plan();

        assertThat(plan.plan().incidents())
                .extracting(Incident::detail)
                .satisfiesExactly(
                        ofOffer -> assertThat(ofOffer)
                                .startsWith("2 of 3 open units")
                                .contains("cap"),
                        ofPolicy -> assertThat(ofPolicy)
                                .startsWith("2 of 2 open units")
                                .contains("policy"));
    }

    @Test
    void each_says_what_to_do() {
        Outcome plan = shop(inbound("PO", 1), line("a", 3), line("b", 2).firm("main", 2))
                .after(receive("PO", 2, "outlet"));

        assertThat(plan.incidents()).containsExactly("OVERSOLD a 1", "SHORT b 2", "OVER_RECEIPT 1");
        assertThat(plan.plan().incidents())
                .noneMatch(incident -> incident.detail().isBlank());
    }
}
