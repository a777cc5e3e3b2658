package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Happens.order;
import static dev.holdfast.planner.rules.Happens.place;
import static dev.holdfast.planner.rules.Happens.placed;
import static dev.holdfast.planner.rules.Happens.placedAt;
import static dev.holdfast.planner.rules.Happens.placedUnder;
import static dev.holdfast.planner.rules.Happens.raise;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.Policy;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order without an offer may take. */
class PolicyTest {

    private static Policy policy(String name) {
        return switch (name) {
            case "DENY" -> Policy.DENY;
            case "INCOMING" -> Policy.INCOMING;
            case "ANY" -> new Policy.Backorder(null);
            default -> new Policy.Backorder(Long.valueOf(name));
        };
    }

    @ParameterizedTest(name = "{0}: {1} of 5 on stock and 4 to come after 2 waiting: {2}")
    @CsvSource({
        "DENY, 3, ACCEPTED",
        "DENY, 4, OUT_OF_STOCK",
        "DENY, 0, ACCEPTED",
        "INCOMING, 7, ACCEPTED",
        "INCOMING, 8, OUT_OF_STOCK",
        "ANY, 999, ACCEPTED",
        "0, 3, ACCEPTED",
        "0, 4, OUT_OF_STOCK",
        "5, 8, ACCEPTED",
        "5, 9, OUT_OF_STOCK"
    })
    void an_order_takes_what_those_who_wait_leave(String policy, long units, String decision) {
        Outcome plan = shop(stock("main", 5), inbound("PO", 4).on("2026-12-05"), line("a", 2))
                .sells(policy(policy))
                .after(place("new", units));

        assertThat(plan.decisions().getFirst()).startsWith(decision);
    }

    @ParameterizedTest(name = "{0}: {1} of 1 on stock and 4 to come after 3 waiting: {2}")
    @CsvSource({
        "DENY, 0, ACCEPTED",
        "DENY, 1, OUT_OF_STOCK",
        "INCOMING, 2, ACCEPTED",
        "INCOMING, 3, OUT_OF_STOCK",
        "1, 0, ACCEPTED",
        "2, 0, ACCEPTED",
        "2, 1, OUT_OF_STOCK",
        "3, 1, ACCEPTED",
        "3, 2, OUT_OF_STOCK"
    })
    void who_waits_already_counts_towards_the_limit(String policy, long units, String decision) {
        Outcome plan = shop(stock("main", 1), inbound("PO", 4).on("2026-12-05"), line("a", 3))
                .sells(policy(policy))
                .after(place("new", units));

        assertThat(plan.decisions().getFirst()).startsWith(decision);
    }

    @Test
    void a_variant_without_a_policy_sells_what_is_on_stock() {
        assertThat(shop(stock("main", 1)).after(place("a", 1), place("b", 1)).decisions())
                .containsExactly("ACCEPTED order of a", "OUT_OF_STOCK b in order of b");
    }

    @Test
    void a_dateless_delivery_is_incoming_and_an_overdue_one_too() {
        Shop shop =
                shop(inbound("PO-1", 1), inbound("PO-2", 1).on("2026-11-01")).sells(Policy.INCOMING);

        assertThat(shop.after(place("a", 2)).decisions()).containsExactly("ACCEPTED order of a");
    }

    @Test
    void supply_dedicated_to_an_offer_and_safety_stock_are_not_left() {
        Shop shop = shop(
                        offer("drop"),
                        stock("main", 2).safety(1),
                        stock("main", 5).offer("drop"),
                        inbound("PO", 5).offer("drop").on("2026-12-05"))
                .sells(Policy.INCOMING);

        assertThat(shop.after(place("a", 1), place("b", 1)).decisions())
                .containsExactly("ACCEPTED order of a", "OUT_OF_STOCK b in order of b");
    }

    @Test
    void what_is_held_back_for_safety_stock_is_not_sold() {
        Shop shop = shop(stock("main", 0).safety(3), inbound("PO", 4).on("2026-12-05"))
                .sells(Policy.INCOMING);

        assertThat(shop.after(place("a", 2)).decisions()).containsExactly("OUT_OF_STOCK a in order of a");
        assertThat(shop.after(place("a", 1)).decisions()).containsExactly("ACCEPTED order of a");
    }

    @Test
    void only_what_is_left_at_the_lines_locations_counts() {
        Shop shop = shop(
                stock("main", 5),
                stock("outlet", 1),
                inbound("PO", 5).at("outlet").on("2026-12-05"));

        assertThat(shop.after(order("o", placedAt(Set.of("outlet"), "a", 2))).decisions())
                .containsExactly("OUT_OF_STOCK a in o");
        assertThat(shop.after(order("o", placedAt(Set.of("outlet"), "a", 1))).decisions())
                .containsExactly("ACCEPTED o");
        assertThat(shop.after(order("o", placedAt(Set.of("outlet", "main"), "a", 6)))
                        .decisions())
                .containsExactly("ACCEPTED o");
        assertThat(shop.sells(Policy.INCOMING)
                        .after(order("o", placedAt(Set.of("outlet"), "a", 6)))
                        .decisions())
                .containsExactly("ACCEPTED o");
    }

    @Test
    void who_waits_anywhere_counts_towards_the_limit_of_a_line_limited_to_locations() {
        Shop shop = shop(stock("outlet", 2), line("waits", 3).only("main")).sells(new Policy.Backorder(4L));

        assertThat(shop.after(order("o", placedAt(Set.of("outlet"), "a", 3))).decisions())
                .containsExactly("ACCEPTED o");
        assertThat(shop.after(order("o", placedAt(Set.of("outlet"), "a", 4))).decisions())
                .containsExactly("OUT_OF_STOCK a in o");
    }

    @Test
    void units_on_dedicated_supply_and_firm_ones_are_not_waiting() {
        Shop shop = shop(
                        offer("drop"),
                        inbound("PO", 3).offer("drop").on("2026-12-05"),
                        line("batch", 3).offer("drop"),
                        line("short", 2).firm("main", 2),
                        line("waits", 1).offer("drop"))
                .sells(new Policy.Backorder(3L));

        assertThat(shop.after(place("a", 2)).decisions()).containsExactly("ACCEPTED order of a");
        assertThat(shop.after(place("a", 3)).decisions()).containsExactly("OUT_OF_STOCK a in order of a");
    }

    @Test
    void an_order_is_accepted_or_refused_whole() {
        Outcome plan = shop(stock("main", 5), stock("main", 1).of("CAP"))
                .after(order("o", placed("o-1", 2), placed("o-2", "CAP", 2), placed("o-3", "MUG", 9)));

        assertThat(plan.decisions()).containsExactly("OUT_OF_STOCK o-2 in o");
        assertThat(plan.queue()).isEmpty();
        assertThat(plan.ladder()).isEqualTo("2026-11-22: 5");
    }

    @Test
    void the_same_variant_twice_in_one_order_is_summed() {
        Event both = order("o", placed("o-1", 2), placed("o-2", 2));

        assertThat(shop(stock("main", 4)).after(both).decisions()).containsExactly("ACCEPTED o");
        assertThat(shop(stock("main", 3)).after(both).decisions()).containsExactly("OUT_OF_STOCK o-2 in o");
        assertThat(shop(stock("main", 1)).after(both).decisions()).containsExactly("OUT_OF_STOCK o-1 in o");
        assertThat(shop(stock("main", 1))
                        .sells(new Policy.Backorder(3L))
                        .after(both)
                        .decisions())
                .containsExactly("ACCEPTED o");
        assertThat(shop(stock("main", 1))
                        .sells(new Policy.Backorder(2L))
                        .after(both)
                        .decisions())
                .containsExactly("OUT_OF_STOCK o-2 in o");
    }

    @Test
    void lines_are_tried_by_id_whatever_their_order_in_the_file() {
        assertThat(shop(stock("main", 3))
                        .after(order("o", placed("b", 2), placed("a", 2)))
                        .decisions())
                .containsExactly("OUT_OF_STOCK b in o");
    }

    @Test
    void an_offers_line_in_the_same_order_takes_general_supply_before_the_next() {
        Shop shop = shop(offer("drop"), stock("main", 3));

        assertThat(shop.after(order("o", placedUnder("drop", "a", 2), placed("b", 2)))
                        .decisions())
                .containsExactly("OUT_OF_STOCK b in o");
        assertThat(shop.after(order("o", placed("a", 2), placedUnder("drop", "b", 2)))
                        .decisions())
                .containsExactly("ACCEPTED o");
    }

    @Test
    void an_order_is_judged_at_the_end_of_the_queue_and_then_stands_where_it_was_placed() {
        Outcome plan = shop(stock("main", 3), line("a", 2).placed("2026-11-23T00:00:00Z"))
                .after(place("early", 1));

        assertThat(plan.decisions()).containsExactly("ACCEPTED order of early");
        assertThat(plan.queue()).containsExactly("early", "a");
        assertThat(shop(stock("main", 2), line("a", 2).placed("2026-11-23T00:00:00Z"))
                        .after(place("early", 1))
                        .decisions())
                .containsExactly("OUT_OF_STOCK early in order of early");
    }

    @Test
    void a_raise_needs_room_for_the_increase_only_and_keeps_its_place() {
        Shop shop = shop(stock("main", 5), line("a", 2), line("b", 2));

        Outcome raised = shop.after(raise("a", 1));
        assertThat(raised.decisions()).containsExactly("ACCEPTED order of a, line a");
        assertThat(raised.queue()).containsExactly("a", "b");
        assertThat(raised.pegs("a")).isEqualTo("3 stock:main");
        assertThat(shop.after(raise("a", 2)).decisions()).containsExactly("OUT_OF_STOCK a in order of a");
        assertThat(shop.after(raise("a", 2)).line("a").line().open()).isEqualTo(2);
    }

    @Test
    void a_raise_may_push_who_stands_behind_it_off_the_stock() {
        Outcome plan = shop(stock("main", 2), line("a", 1), line("b", 1))
                .sells(new Policy.Backorder(1L))
                .after(raise("a", 1));

        assertThat(plan.pegs("a")).isEqualTo("2 stock:main");
        assertThat(plan.pegs("b")).isEqualTo("1 nowhere");
    }
}
