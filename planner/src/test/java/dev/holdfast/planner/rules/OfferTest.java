package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Happens.cancel;
import static dev.holdfast.planner.rules.Happens.order;
import static dev.holdfast.planner.rules.Happens.orderOf;
import static dev.holdfast.planner.rules.Happens.placed;
import static dev.holdfast.planner.rules.Happens.placedUnder;
import static dev.holdfast.planner.rules.Happens.raise;
import static dev.holdfast.planner.rules.Happens.ship;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.VariantId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pre-order offer decides for its lines by itself. */
class OfferTest {

    private static Event take(String line, long units) {
        return order("order of " + line, placedUnder("drop", line, units));
    }

    @Test
    void neither_stock_nor_the_policy_limits_it() {
        assertThat(shop(offer("drop")).after(take("a", 999)).decisions()).containsExactly("ACCEPTED order of a");
    }

    @ParameterizedTest(name = "sold from {0} to {1}, placed at midnight: {2}")
    @CsvSource(
            nullValues = "ever",
            value = {
                "ever, ever, ACCEPTED",
                "2026-11-22T00:00:00Z, ever, ACCEPTED",
                "2026-11-22T00:00:00.001Z, ever, OFFER_CLOSED",
                "ever, 2026-11-22T00:00:00Z, OFFER_CLOSED",
                "ever, 2026-11-22T00:00:00.001Z, ACCEPTED",
                "2026-11-01T00:00:00Z, 2026-11-21T00:00:00Z, OFFER_CLOSED",
                "2026-11-01T00:00:00Z, 2026-11-23T00:00:00Z, ACCEPTED"
            })
    void it_sells_from_its_opening_until_just_before_it_closes(
            @Nullable String opens, @Nullable String closes, String decision) {
        Given.OnOffer drop = offer("drop");
        if (opens != null) {
            drop = drop.opens(opens);
        }
        if (closes != null) {
            drop = drop.closes(closes);
        }

        assertThat(shop(drop).after(take("a", 1)).decisions().getFirst()).startsWith(decision);
    }

    @ParameterizedTest(name = "cap {0}, {1} shipped before, 3 waiting: {2} more: {3}, {4} left")
    @CsvSource({
        "10, 0, 7, ACCEPTED, 0",
        "10, 0, 8, CAP_REACHED, 7",
        "10, 5, 2, ACCEPTED, 0",
        "10, 5, 3, CAP_REACHED, 2",
        "2, 0, 1, CAP_REACHED, 0",
        "0, 0, 1, CAP_REACHED, 0"
    })
    void its_cap_counts_every_unit_accepted(long cap, long shipped, long units, String decision, long left) {
        Outcome plan = shop(
                        offer("drop").cap(cap).shipped(shipped), line("a", 3).offer("drop"))
                .after(take("new", units));

        assertThat(plan.decisions().getFirst()).startsWith(decision);
        long accepted = shipped + 3 + (decision.equals("ACCEPTED") ? units : 0);
        assertThat(plan.offers()).isEqualTo("drop: " + accepted + " accepted, " + left + " left");
    }

    @Test
    void what_was_accepted_beyond_the_cap_leaves_no_room_even_for_nothing() {
        Outcome plan = shop(offer("drop").cap(2), line("a", 3).offer("drop")).after(take("b", 0));

        assertThat(plan.decisions()).containsExactly("CAP_REACHED b in order of b");
    }

    @Test
    void units_cancelled_before_shipping_give_theirs_back_once_and_shipped_ones_do_not() {
        Shop shop = shop(offer("drop").cap(3), stock("main", 9), line("a", 3).offer("drop"));

        assertThat(shop.after(cancel("a", 1), take("b", 1), take("c", 1)).decisions())
                .containsExactly("ACCEPTED order of b", "CAP_REACHED c in order of c");
        assertThat(shop.after(ship("a", 2), take("b", 1)).decisions()).containsExactly("CAP_REACHED b in order of b");
        assertThat(shop.after(ship("a", 2), cancel("a", 1)).offers()).isEqualTo("drop: 2 accepted, 1 left");
    }

    @Test
    void its_sums_run_over_the_lines_of_an_order_in_line_order() {
        Event order = order("o", placedUnder("drop", "c", 1), placedUnder("drop", "b", 2), placed("a", 0));

        assertThat(shop(offer("drop").cap(3)).after(order).decisions()).containsExactly("ACCEPTED o");
        assertThat(shop(offer("drop").cap(2)).after(order).decisions()).containsExactly("CAP_REACHED c in o");
        assertThat(shop(offer("drop").cap(1)).after(order).decisions()).containsExactly("CAP_REACHED b in o");
        assertThat(shop(offer("drop").perOrder(2)).after(order).decisions()).containsExactly("PER_ORDER c in o");
        assertThat(shop(offer("drop").perCustomer(2)).after(order).decisions()).containsExactly("PER_CUSTOMER c in o");
    }

    @Test
    void a_refused_order_takes_nothing_of_the_cap_and_its_ids_may_come_again() {
        Outcome plan = shop(offer("drop").cap(2))
                .after(
                        order("o", placedUnder("drop", "o-1", 1), placedUnder("drop", "o-2", 2)),
                        order("o", placedUnder("drop", "o-1", 2)));

        assertThat(plan.decisions()).containsExactly("CAP_REACHED o-2 in o", "ACCEPTED o");
        assertThat(plan.offers()).isEqualTo("drop: 2 accepted, 0 left");
    }

    @Test
    void the_first_reason_of_the_first_line_that_does_not_fit_is_named() {
        Given.OnOffer all = offer("drop")
                .closes("2026-11-22T00:00:00Z")
                .perOrder(1)
                .perCustomer(1)
                .cap(1);
        Event two = orderOf("c", "o", placedUnder("drop", "a", 2));

        assertThat(shop(all).after(two).decisions()).containsExactly("OFFER_CLOSED a in o");
        assertThat(shop(offer("drop").perOrder(1).perCustomer(1).cap(1))
                        .after(two)
                        .decisions())
                .containsExactly("PER_ORDER a in o");
        assertThat(shop(offer("drop").perCustomer(1).cap(1)).after(two).decisions())
                .containsExactly("PER_CUSTOMER a in o");
        assertThat(shop(offer("drop").cap(1)).after(two).decisions()).containsExactly("CAP_REACHED a in o");
    }

    @Test
    void a_customer_is_limited_over_all_orders_shipped_units_too() {
        Shop shop = shop(
                offer("drop").perCustomer(3).shipped(9),
                stock("main", 2),
                line("a", 2).offer("drop").customer("c1"));

        assertThat(shop.after(ship("a", 2), orderOf("c1", "o", placedUnder("drop", "b", 2)))
                        .decisions())
                .containsExactly("PER_CUSTOMER b in o");
        assertThat(shop.after(cancel("a", 1), orderOf("c1", "o", placedUnder("drop", "b", 2)))
                        .decisions())
                .containsExactly("ACCEPTED o");
        assertThat(shop.after(orderOf("c2", "o", placedUnder("drop", "b", 3))).decisions())
                .containsExactly("ACCEPTED o");
    }

    @Test
    void an_order_without_a_customer_is_its_own() {
        Outcome plan = shop(offer("drop").perCustomer(2)).after(take("a", 2), take("b", 2), take("c", 3));

        assertThat(plan.decisions())
                .containsExactly("ACCEPTED order of a", "ACCEPTED order of b", "PER_CUSTOMER c in order of c");
    }

    @Test
    void no_customers_name_is_an_order() {
        Outcome plan = shop(
                        offer("drop").perCustomer(2), line("a", 2).order("x").offer("drop"))
                .after(orderOf("x", "o", placedUnder("drop", "b", 2)));

        assertThat(plan.decisions()).containsExactly("ACCEPTED o");
    }

    @Test
    void its_limits_count_the_units_of_all_its_variants_but_of_no_other_offer() {
        Event.PlacedLine cap =
                new Event.PlacedLine(new LineId("b"), new VariantId("CAP"), 2, new OfferId("drop"), Set.of());
        Event.PlacedLine other =
                new Event.PlacedLine(new LineId("b"), new VariantId("CAP"), 2, new OfferId("other"), Set.of());
        Shop shop = shop(
                offer("drop").of(Shop.TEE, "CAP").perOrder(3).perCustomer(3).cap(3),
                offer("other").of(Shop.TEE, "CAP"));

        assertThat(shop.after(order("o", placedUnder("drop", "a", 2), cap)).decisions())
                .containsExactly("PER_ORDER b in o");
        assertThat(shop.after(order("o", placedUnder("drop", "a", 2), other)).decisions())
                .containsExactly("ACCEPTED o");
    }

    @Test
    void a_raise_needs_room_under_every_limit_for_the_increase() {
        Given line = line("a", 2).offer("drop").customer("c");

        assertThat(shop(offer("drop").cap(3), line).after(raise("a", 1)).decisions())
                .containsExactly("ACCEPTED order of a, line a");
        assertThat(shop(offer("drop").cap(3), line).after(raise("a", 2)).decisions())
                .containsExactly("CAP_REACHED a in order of a");
        assertThat(shop(offer("drop").perOrder(3), line).after(raise("a", 2)).decisions())
                .containsExactly("PER_ORDER a in order of a");
        assertThat(shop(offer("drop").perCustomer(3), line).after(raise("a", 2)).decisions())
                .containsExactly("PER_CUSTOMER a in order of a");
        assertThat(shop(offer("drop").cap(3), line)
                        .after(raise("a", 1), raise("a", 1))
                        .offers())
                .isEqualTo("drop: 3 accepted, 0 left");
    }

    @Test
    void a_raise_counts_shipped_units_of_its_order() {
        Outcome plan = shop(
                        offer("drop").perOrder(3),
                        stock("main", 2),
                        line("a", 2).order("o").offer("drop"),
                        line("b", 1).order("o").offer("drop"))
                .after(ship("a", 2), raise("b", 1));

        assertThat(plan.decisions()).containsExactly("PER_ORDER b in o");
    }

    @Test
    void a_raise_is_judged_by_when_its_line_was_placed() {
        Given.OnOffer past = offer("drop").closes("2026-11-21T12:00:00Z");

        assertThat(shop(past, line("a", 1).offer("drop")).after(raise("a", 1)).decisions())
                .containsExactly("ACCEPTED order of a, line a");
        assertThat(shop(past, line("a", 1).offer("drop").placed("2026-11-21T12:00:00Z"))
                        .after(raise("a", 1))
                        .decisions())
                .containsExactly("OFFER_CLOSED a in order of a");
    }

    @Test
    void offers_are_shown_by_id_with_zeros() {
        assertThat(shop(offer("b").cap(0), offer("a").shipped(2), offer("c").cap(1))
                        .plan()
                        .offers())
                .isEqualTo("a: 2 accepted, null left; b: 0 accepted, 0 left; c: 0 accepted, 1 left");
    }
}
