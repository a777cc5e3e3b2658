package dev.holdfast.planner.rules;

import static dev.holdfast.planner.Splitting.SPLIT;
import static dev.holdfast.planner.Splitting.WHOLE_LINE;
import static dev.holdfast.planner.Splitting.WHOLE_ORDER;
import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Happens.adjust;
import static dev.holdfast.planner.rules.Happens.arrives;
import static dev.holdfast.planner.rules.Happens.cancel;
import static dev.holdfast.planner.rules.Happens.count;
import static dev.holdfast.planner.rules.Happens.delay;
import static dev.holdfast.planner.rules.Happens.free;
import static dev.holdfast.planner.rules.Happens.freeInbound;
import static dev.holdfast.planner.rules.Happens.place;
import static dev.holdfast.planner.rules.Happens.raise;
import static dev.holdfast.planner.rules.Happens.recall;
import static dev.holdfast.planner.rules.Happens.receive;
import static dev.holdfast.planner.rules.Happens.receiveAndClose;
import static dev.holdfast.planner.rules.Happens.release;
import static dev.holdfast.planner.rules.Happens.restock;
import static dev.holdfast.planner.rules.Happens.ship;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.Ships;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line says why it ships when it does, in words its buyer understands. */
class WhyTest {

    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    private static final String SOONER = "It moved from 5 December 2026 to 22 November 2026 when ";
    private static final String LATER = "It moved from 5 December 2026 to 19 December 2026 when ";

    private static String why(Outcome plan, String line) {
        return plan.line(line).why();
    }

    @Test
    void one_unit_on_stock() {
        assertThat(why(shop(stock("main", 1), line("a", 1)).plan(), "a"))
                .isEqualTo("1 unit is in stock and kept for this order. Nobody is ahead in the queue.");
    }

    @Test
    void several_units_on_stock_behind_others() {
        Shop shop = shop(stock("main", 9), line("a", 1), line("b", 2), line("c", 1));

        assertThat(why(shop.plan(), "b"))
                .isEqualTo("2 units are in stock and kept for this order. 1 unit is ahead in the queue.");
        assertThat(why(shop.plan(), "c"))
                .isEqualTo("1 unit is in stock and kept for this order. 3 units are ahead in the queue.");
    }

    @Test
    void units_of_every_kind_of_delivery() {
        Outcome plan = shop(
                        inbound("late", 1).on("2026-11-01"),
                        inbound("PO", 1).on("2026-12-05"),
                        inbound("someday", 1),
                        line("a", 4))
                .plan();

        assertThat(why(plan, "a"))
                .isEqualTo("1 unit comes with a delivery that is late and may arrive any day. "
                        + "1 unit comes with a delivery expected on 5 December 2026. "
                        + "1 unit comes with a delivery that has no date yet. "
                        + "No delivery is planned yet for 1 unit. Nobody is ahead in the queue.");
    }

    @Test
    void many_units_of_every_kind_of_delivery() {
        Outcome plan = shop(
                        inbound("late", 2).on("2026-11-01"),
                        inbound("PO", 2).on("2026-12-05"),
                        inbound("someday", 2),
                        line("a", 8))
                .plan();

        assertThat(why(plan, "a"))
                .isEqualTo("2 units come with a delivery that is late and may arrive any day. "
                        + "2 units come with a delivery expected on 5 December 2026. "
                        + "2 units come with a delivery that has no date yet. "
                        + "No delivery is planned yet for 2 units. Nobody is ahead in the queue.");
    }

    @Test
    void firm_units_and_those_that_cannot_be_found() {
        Outcome plan = shop(
                        stock("main", 3),
                        line("a", 2).firm("main", 2),
                        line("b", 3).firm("main", 3))
                .after(count(null, 3));

        assertThat(why(plan, "a")).isEqualTo("2 units are being packed. Nobody is ahead in the queue.");
        assertThat(why(plan, "b"))
                .isEqualTo("1 unit is being packed. 2 units were about to be packed but cannot be found; "
                        + "the next units to arrive there go here first. 2 units are ahead in the queue.");
    }

    @Test
    void one_unit_that_cannot_be_found() {
        assertThat(why(shop(line("a", 1).firm("main", 1)).plan(), "a"))
                .isEqualTo("1 unit was about to be packed but cannot be found; "
                        + "the next units to arrive there go here first. Nobody is ahead in the queue.");
    }

    @Test
    void what_it_waits_for_beside_its_own_units() {
        Outcome plan = shop(
                        stock("main", 3),
                        line("whole", 1).order("o").splitting(WHOLE_ORDER),
                        line("other", 1).order("o").of("CAP"),
                        line("all", 3).splitting(WHOLE_LINE))
                .plan();

        assertThat(why(plan, "whole")).contains(" It waits until the whole order is in stock. ");
        assertThat(why(plan, "all")).contains(" It waits until all of it is in stock. ");
        assertThat(why(plan, "other")).doesNotContain("It waits");
    }

    @Test
    void nothing_to_wait_for_once_it_is_ready() {
        Outcome plan =
                shop(stock("main", 3), line("all", 3).splitting(WHOLE_LINE)).plan();

        assertThat(why(plan, "all")).doesNotContain("It waits");
    }

    @Test
    void packing_time_and_the_offers_own_date() {
        Shop shop = shop(
                        offer("drop").ships(new Ships.On(LocalDate.parse("2026-12-10"))),
                        stock("main", 1),
                        line("a", 2).offer("drop"),
                        line("b", 1).offer("drop"))
                .works(1, EVERY_DAY);

        assertThat(why(shop.plan(), "a"))
                .isEqualTo("1 unit is in stock and kept for this order. No delivery is planned yet for 1 unit. "
                        + "For units without a dated delivery the pre-order's own date counts. "
                        + "Nobody is ahead in the queue. Packing takes 1 working day.");
        assertThat(why(shop.plan(), "b")).doesNotContain("Packing");
        assertThat(why(shop.works(2, EVERY_DAY).plan(), "a")).endsWith("Packing takes 2 working days.");
    }

    @Test
    void the_offers_date_is_not_named_where_every_unit_has_a_dated_supply() {
        Outcome plan = shop(
                        offer("drop").ships(new Ships.On(LocalDate.parse("2026-12-10"))),
                        stock("main", 1),
                        inbound("PO", 1),
                        line("a", 1).offer("drop"),
                        line("b", 1).offer("drop"))
                .plan();

        assertThat(why(plan, "a")).doesNotContain("the pre-order's own date");
        assertThat(why(plan, "b")).contains("the pre-order's own date");
    }

    static Stream<Arguments> moves() {
        Event ahead = new Event.Place(new OrderId("o"), null, Shop.NOW, 1, SPLIT, List.of(Happens.placed("new", 3)));
        return Stream.of(
                arguments(arrives(2), SOONER, "a delivery came in"),
                arguments(receiveAndClose("PO", 1), LATER, "a delivery came in short"),
                arguments(delay("PO", "2026-12-19"), LATER, "the date of a delivery changed"),
                arguments(cancel("a", 2), SOONER, "units in the queue were cancelled"),
                arguments(raise("a", 2), LATER, "an order in the queue was raised"),
                arguments(ahead, LATER, "an order with an earlier place in the queue came in"),
                arguments(ship("d", 2), LATER, "units of the queue were shipped"),
                arguments(free("drop", 2), SOONER, "units kept for a pre-order were opened to everybody"),
                arguments(freeInbound("for drop"), SOONER, "a delivery kept for a pre-order was opened to everybody"),
                arguments(restock(null, 2), SOONER, "units came back to stock"),
                arguments(count(null, 9), SOONER, "the stock was counted"),
                arguments(adjust(null, 2), SOONER, "the stock was corrected"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("moves")
    void the_event_that_moved_it(Event event, String moved, String cause) {
        Outcome plan = shop(
                        offer("drop"),
                        stock("main", 3),
                        stock("main", 2).offer("drop"),
                        inbound("PO", 3).on("2026-12-05"),
                        inbound("for drop", 3).offer("drop").on("2026-11-22"),
                        inbound("later", 9).on("2026-12-19"),
                        line("a", 2),
                        line("b", 2).firm("main", 1),
                        line("c", 1),
                        line("d", 2))
                .sells(new Policy.Backorder(null))
                .after(event);

        assertThat(why(plan, "c")).endsWith(moved + cause + ".");
    }

    @Test
    void a_release_and_a_recall_of_another_may_move_it() {
        Shop shop = shop(
                offer("drop"),
                stock("main", 1).offer("drop").safety(1),
                stock("main", 1),
                inbound("PO", 1).on("2026-12-05"),
                line("a", 1).offer("drop"),
                line("b", 1));

        assertThat(why(shop.after(release("a", 1)), "b")).endsWith(SOONER + "an order in the queue went to packing.");
        assertThat(why(shop.after(release("a", 1), recall("a", 1)), "b"))
                .endsWith("It moved from 22 November 2026 to 5 December 2026 "
                        + "when an order in the queue came back from packing.");
    }

    @Test
    void a_date_that_is_found_or_lost() {
        Shop shop = shop(inbound("PO", 1).on("2026-12-05"), line("a", 1), line("b", 1));

        assertThat(why(shop.after(delay("PO", null)), "a"))
                .endsWith("It lost its date, 5 December 2026, when the date of a delivery changed.");
        assertThat(why(shop.after(arrives(1)), "b")).endsWith("It had no date before a delivery came in.");
    }

    @Test
    void only_the_last_move_is_told_and_only_by_lines_that_moved() {
        Shop shop = shop(stock("main", 1), inbound("PO", 1).on("2026-12-05"), line("first", 1), line("a", 1));

        Outcome plan = shop.after(
                delay("PO", "2026-12-10"), delay("PO", "2026-12-12"), delay("PO", "2026-12-12"), receive("PO", 0));
        assertThat(why(plan, "a"))
                .endsWith("It moved from 10 December 2026 to 12 December 2026 when the date of a delivery changed.");
        assertThat(why(plan, "first")).doesNotContain("moved");
    }

    @Test
    void a_line_that_is_new_has_not_moved() {
        Outcome plan = shop(stock("main", 2), line("a", 1)).after(place("b", 1), place("c", 1));

        assertThat(why(plan, "a")).doesNotContain("moved", "date");
        assertThat(why(plan, "b")).doesNotContain("moved", "date");
    }
}
