package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Happens.cancel;
import static dev.holdfast.planner.rules.Happens.count;
import static dev.holdfast.planner.rules.Happens.delay;
import static dev.holdfast.planner.rules.Happens.freeInbound;
import static dev.holdfast.planner.rules.Happens.order;
import static dev.holdfast.planner.rules.Happens.orderOf;
import static dev.holdfast.planner.rules.Happens.placed;
import static dev.holdfast.planner.rules.Happens.placedUnder;
import static dev.holdfast.planner.rules.Happens.recall;
import static dev.holdfast.planner.rules.Happens.receive;
import static dev.holdfast.planner.rules.Happens.release;
import static dev.holdfast.planner.rules.Happens.ship;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.CustomerId;
import dev.holdfast.planner.DemandLine;
import dev.holdfast.planner.Event;
import dev.holdfast.planner.Facts;
import dev.holdfast.planner.History;
import dev.holdfast.planner.Inbound;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.OrderId;
import dev.holdfast.planner.Planner;
import dev.holdfast.planner.Policy;
import dev.holdfast.planner.Splitting;
import dev.holdfast.planner.StockRow;
import dev.holdfast.planner.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Events change facts, and the facts they lead to can be had. */
class HistoryTest {

    private static final VariantId TEE = new VariantId(Shop.TEE);
    private static final LocationId MAIN = new LocationId("main");

    private static Facts after(Shop shop, Event... events) {
        History history = new History(shop.facts());
        for (Event event : events) {
            history.apply(event);
        }
        return history.facts();
    }

    @Test
    void without_events_the_facts_are_those_given() {
        Shop shop = shop(
                        offer("drop").cap(3),
                        stock("main", 2).safety(1),
                        inbound("PO", 3).on("2026-12-05"),
                        line("a", 2).offer("drop").firm("main", 1))
                .locations("main")
                .sells(Policy.INCOMING);

        assertThat(after(shop)).isEqualTo(shop.facts());
    }

    @Test
    void a_placed_line_has_all_its_order_said() {
        Instant placedAt = Instant.parse("2026-11-20T08:00:00Z");
        LocationId outlet = new LocationId("outlet");
        Event.PlacedLine line = new Event.PlacedLine(new LineId("o-1"), TEE, 2, null, Set.of(outlet));
        Event order = new Event.Place(
                new OrderId("o"), new CustomerId("c"), placedAt, 4, Splitting.WHOLE_ORDER, List.of(line));

        assertThat(after(shop(stock("outlet", 2)), order).demand())
                .containsExactly(new DemandLine(
                        new LineId("o-1"),
                        new OrderId("o"),
                        new CustomerId("c"),
                        TEE,
                        2,
                        placedAt,
                        4,
                        null,
                        null,
                        Set.of(outlet),
                        Splitting.WHOLE_ORDER,
                        List.of()));
    }

    @Test
    void stock_and_deliveries_are_as_the_events_left_them() {
        Facts facts = after(
                shop(
                        offer("drop"),
                        stock("main", 5).safety(2),
                        inbound("PO-1", 4).on("2026-12-05"),
                        inbound("PO-2", 4).offer("drop").on("2026-12-05")),
                count(null, 3),
                receive("PO-1", 1),
                delay("PO-1", null),
                freeInbound("PO-2"),
                delay("PO-2", "2026-12-06"));

        assertThat(facts.stock()).containsExactly(new StockRow(TEE, MAIN, null, 4, 2));
        assertThat(facts.inbound())
                .containsExactlyInAnyOrder(
                        new Inbound(new InboundId("PO-1"), TEE, MAIN, null, 3, null),
                        new Inbound(new InboundId("PO-2"), TEE, MAIN, null, 4, LocalDate.parse("2026-12-06")));
    }

    @Test
    void what_was_shipped_under_an_offer_goes_on_counting() {
        Facts facts = after(
                shop(
                        offer("drop").shipped(1).cap(9),
                        stock("main", 9),
                        line("a", 4).offer("drop")),
                ship("a", 2),
                cancel("a", 1),
                orderOf("c", "o", placedUnder("drop", "b", 2)),
                ship("b", 2));

        assertThat(facts.offers()).extracting(Offer::shipped).containsExactly(5L);
        assertThat(facts.demand()).extracting(DemandLine::open).contains(1L);
    }

    @Test
    void firm_units_are_told_by_location() {
        Facts facts =
                after(shop(stock("main", 1), stock("outlet", 3), line("a", 4).firm("outlet", 1)), release("a", 2));

        assertThat(facts.demand().getFirst().firmUnits()).isEqualTo(3);
        assertThat(new Outcome(Planner.plan(facts)).pegs("a"))
                .isEqualTo("1 stock:main firm, 2 stock:outlet firm, 1 stock:outlet");
    }

    @Test
    void a_line_is_firm_nowhere_when_the_last_unit_was_recalled() {
        Facts facts = after(shop(stock("main", 1), line("a", 1).firm("main", 1)), recall("a", 1));

        assertThat(facts.demand().getFirst().firm()).isEmpty();
    }

    @Test
    void a_plan_may_be_asked_for_at_any_time_and_does_not_change_what_follows() {
        History asked = new History(shop(stock("main", 3), line("a", 2)).facts());
        History silent = new History(shop(stock("main", 3), line("a", 2)).facts());
        for (Event event : List.of(order("o", placed("b", 1)), cancel("a", 1), order("p", placed("c", 2)))) {
            assertThat(asked.plan()).isEqualTo(asked.plan());
            asked.apply(event);
            silent.apply(event);
        }

        assertThat(asked.plan()).isEqualTo(silent.plan());
        assertThat(new Outcome(asked.plan()).decisions()).containsExactly("ACCEPTED o", "OUT_OF_STOCK c in p");
    }

    @Test
    void what_if_is_the_same_call_on_changed_facts() {
        Shop late = shop(inbound("PO", 2).on("2026-12-19"), line("a", 2));
        Shop early = shop(inbound("PO", 2).on("2026-12-05"), line("a", 2));

        assertThat(late.after(delay("PO", "2026-12-05")).shipOn("a"))
                .isEqualTo(early.plan().shipOn("a"));
    }
}
