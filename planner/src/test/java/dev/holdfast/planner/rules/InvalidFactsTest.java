package dev.holdfast.planner.rules;

import static dev.holdfast.planner.rules.Given.inbound;
import static dev.holdfast.planner.rules.Given.line;
import static dev.holdfast.planner.rules.Given.offer;
import static dev.holdfast.planner.rules.Given.stock;
import static dev.holdfast.planner.rules.Happens.order;
import static dev.holdfast.planner.rules.Happens.placed;
import static dev.holdfast.planner.rules.Shop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.History;
import dev.holdfast.planner.InboundId;
import dev.holdfast.planner.InvalidFacts;
import dev.holdfast.planner.LineId;
import dev.holdfast.planner.LocationId;
import dev.holdfast.planner.OfferId;
import dev.holdfast.planner.Planner;
import dev.holdfast.planner.VariantId;
import dev.holdfast.planner.naive.NaivePlanner;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts and events that cannot be are refused with the place that says so. */
class InvalidFactsTest {

    private static final VariantId TEE = new VariantId(Shop.TEE);
    private static final VariantId CAP = new VariantId("CAP");
    private static final LocationId MAIN = new LocationId("main");
    private static final OfferId DROP = new OfferId("drop");
    private static final OfferId NONE = new OfferId("none");

    static List<Arguments> facts() {
        return List.of(
                arguments("offers[1].id", shop(offer("a"), offer("a"))),
                arguments("stock[1]", shop(stock("main", 1), stock("main", 2))),
                arguments(
                        "stock[2]",
                        shop(
                                offer("drop"),
                                stock("main", 1),
                                stock("main", 1).offer("drop"),
                                stock("main", 1).offer("drop"))),
                arguments(
                        "inbound[1].id", shop(inbound("PO", 1), inbound("PO", 1).of("CAP"))),
                arguments(
                        "demand[2].id",
                        shop(line("a", 1), line("b", 1), line("a", 0).of("CAP"))),
                arguments("stock[0].offer", shop(stock("main", 1).offer("none"))),
                arguments(
                        "stock[0].offer",
                        shop(offer("drop"), stock("main", 1).of("CAP").offer("drop"))),
                arguments(
                        "inbound[1].offer",
                        shop(inbound("a", 1), inbound("b", 1).offer("none"))),
                arguments(
                        "inbound[0].offer",
                        shop(offer("drop"), inbound("a", 1).of("CAP").offer("drop"))),
                arguments("demand[0].offer", shop(line("a", 1).offer("none"))),
                arguments(
                        "demand[1].offer",
                        shop(offer("drop"), line("a", 1), line("b", 1).of("CAP").offer("drop"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void facts_that_cannot_be(String place, Shop shop) {
        assertThat(catchThrowableOfType(InvalidFacts.class, () -> Planner.plan(shop.facts()))
                        .place())
                .isEqualTo(place);
        assertThat(catchThrowableOfType(InvalidFacts.class, () -> NaivePlanner.plan(shop.facts()))
                        .place())
                .isEqualTo(place);
    }

    @Test
    void rows_that_differ_in_location_offer_or_variant_are_no_duplicates() {
        Outcome plan = shop(
                        offer("drop"),
                        offer("other"),
                        stock("main", 1),
                        stock("outlet", 1),
                        stock("main", 1).of("CAP"),
                        stock("main", 1).offer("drop"),
                        stock("main", 1).offer("other"))
                .plan();

        assertThat(plan.plan().stock()).hasSize(5);
    }

    static Stream<Arguments> events() {
        return Stream.of(
                arguments("receive.inbound", new Event.Receive(TEE, MAIN, 1, new InboundId("none"), false)),
                arguments("receive.variant", new Event.Receive(CAP, MAIN, 1, new InboundId("PO"), false)),
                arguments("receive.closes", new Event.Receive(TEE, MAIN, 1, null, true)),
                arguments("delay.inbound", Happens.delay("none", "2026-12-05")),
                arguments("cancel.line", Happens.cancel("none", 0)),
                arguments("cancel.quantity", Happens.cancel("a", 3)),
                arguments("raise.line", Happens.raise("none", 1)),
                arguments("release.line", Happens.release("none", 0)),
                arguments("release.quantity", Happens.release("a", 2)),
                arguments("recall.line", Happens.recall("none", 0)),
                arguments("recall.quantity", Happens.recall("a", 2)),
                arguments("ship.line", Happens.ship("none", 0)),
                arguments("ship.quantity", Happens.ship("a", 3)),
                arguments("free.inbound", Happens.freeInbound("none")),
                arguments("free.offer", Happens.free("none", 0)),
                arguments("free.offer", new Event.FreeStock(CAP, MAIN, DROP, 0)),
                arguments("free.quantity", Happens.free("drop", 2)),
                arguments("free.quantity", new Event.FreeStock(TEE, new LocationId("outlet"), DROP, 1)),
                arguments("restock.offer", new Event.Restock(CAP, MAIN, DROP, 0)),
                arguments("restock.offer", new Event.Restock(TEE, MAIN, NONE, 0)),
                arguments("count.offer", new Event.Count(CAP, MAIN, DROP, 0)),
                arguments("count.offer", new Event.Count(TEE, MAIN, NONE, 0)),
                arguments("adjust.offer", new Event.Adjust(CAP, MAIN, DROP, 0)),
                arguments("adjust.offer", new Event.Adjust(TEE, MAIN, NONE, 0)),
                arguments("adjust.delta", Happens.adjust(null, -5)),
                arguments("adjust.delta", Happens.adjust("drop", -2)),
                arguments("adjust.delta", new Event.Adjust(CAP, MAIN, null, -1)),
                arguments("place.order", order("order of a", placed("new", 1))),
                arguments("place.order", order("order of finished", placed("new", 1))),
                arguments("place.lines", order("o")),
                arguments("place.lines[1].id", order("o", placed("new", 1), placed("a", 1))),
                arguments("place.lines[0].id", order("o", placed("finished", 1), placed("new", 1))),
                arguments("place.lines[1].id", order("o", placed("new", 1), placed("new", 1))),
                arguments("place.lines[0].offer", order("o", Happens.placedUnder("none", "new", 1))),
                arguments(
                        "place.lines[1].offer",
                        order("o", placed("new", 1), new Event.PlacedLine(new LineId("b"), CAP, 1, DROP, Set.of()))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("events")
    void an_event_that_cannot_be_changes_nothing(String place, Event event) {
        Shop shop = shop(
                offer("drop"),
                stock("main", 4),
                stock("main", 1).offer("drop"),
                inbound("PO", 2),
                line("a", 2).firm("main", 1),
                line("finished", 0));
        History history = new History(shop.facts());

        assertThat(catchThrowableOfType(InvalidFacts.class, () -> history.apply(event))
                        .place())
                .isEqualTo(place);
        assertThat(history.plan()).isEqualTo(Planner.plan(shop.facts()));
        InvalidFacts second = catchThrowableOfType(
                InvalidFacts.class, () -> Planner.replay(shop.facts(), List.of(Happens.arrives(0), event)));
        assertThat(second.place()).isEqualTo("events[1]." + place);
        assertThat(second).hasMessage(second.place() + ": " + second.reason());
        assertThat(second.reason()).isNotBlank();
    }
}
