package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.json;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Product;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What Shopify refuses of holds, splits, moves and parcels, and the ids it replaces. */
class FulfillmentErrorsTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
    private final Product bear = fixture.product("Bear", 1);
    private FulfillmentOrder of;
    private String line;

    @BeforeEach
    void buy() {
        var placed = fixture.shop
                .checkouts()
                .place(Cart.of(Cart.Line.of(bear.variants().getFirst(), 5)));
        fixture.clock.advance(Duration.ofMinutes(1));
        of = fixture.shop
                .fulfillmentOrders()
                .ofOrder(((Placed) placed).order().id())
                .getFirst();
        line = of.lines().getFirst().id().gid();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GREATER_THAN_ZERO | {"id": "LINE", "quantity": 0}
            INVALID_LINE_ITEM_QUANTITY | {"id": "LINE", "quantity": 6}
            INVALID_LINE_ITEM_QUANTITY | {"id": "gid://shopify/FulfillmentOrderLineItem/1", "quantity": 1}
            DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS | {"id": "LINE", "quantity": 1}, {"id": "LINE", "quantity": 1}
            """)
    void a_partial_hold_names_each_line_once_with_units_it_has(String code, String lines) {
        assertThat(code(hold(of.id().gid(), "part", lines.replace("LINE", line))))
                .isEqualTo(code);
        assertThat(fixture.shop
                        .fulfillmentOrders()
                        .all()
                        .find(of.id())
                        .orElseThrow()
                        .holds())
                .isEmpty();
    }

    @Test
    void a_partial_hold_splits_and_is_refused_on_what_is_held_already() {
        var held = hold(of.id().gid(), "part", "{\"id\": \"%s\", \"quantity\": 2}".formatted(line));
        assertThat(held.path("fulfillmentOrder").path("status").asString()).isEqualTo("ON_HOLD");
        assertThat(held.path("remainingFulfillmentOrder").path("status").asString())
                .isEqualTo("OPEN");
        var id = held.path("fulfillmentOrder").path("id").asString();
        var again = hold(id, "again", "{\"id\": \"%s\", \"quantity\": 1}".formatted(line));
        assertThat(code(again)).isEqualTo("FULFILLMENT_ORDER_NOT_SPLITTABLE");
    }

    @Test
    void an_app_places_ten_holds_at_most_and_each_under_its_own_handle_of_64_characters() {
        for (int each = 0; each < 10; each++) {
            assertThat(hold(of.id().gid(), "h" + each, "").path("userErrors")).isEmpty();
        }
        assertThat(code(hold(of.id().gid(), "h11", ""))).isEqualTo("FULFILLMENT_ORDER_HOLD_LIMIT_REACHED");
        assertThat(code(hold(of.id().gid(), "h1", ""))).isEqualTo("DUPLICATE_FULFILLMENT_HOLD_HANDLE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_second_hold_without_a_handle_is_refused_with_one_of_two_codes(boolean taken) {
        fixture.shop.switches(Switches.usual().with(Switch.SECOND_HOLD_WITHOUT_HANDLE_IS_TAKEN, taken));
        assertThat(hold(of.id().gid(), "", "").path("userErrors")).isEmpty();
        assertThat(code(hold(of.id().gid(), "", ""))).isEqualTo(taken ? "TAKEN" : "DUPLICATE_FULFILLMENT_HOLD_HANDLE");
        assertThat(hold(of.id().gid(), "h", "").path("userErrors")).isEmpty();
        assertThat(code(hold(of.id().gid(), "h", ""))).isEqualTo("DUPLICATE_FULFILLMENT_HOLD_HANDLE");
    }

    @Test
    void a_handle_has_64_characters_at_most() {
        assertThat(hold(of.id().gid(), "h".repeat(64), "").path("userErrors")).isEmpty();
        assertThat(message(hold(of.id().gid(), "h".repeat(65), ""))).contains("maximum is 64 characters");
    }

    @Test
    void what_is_not_there_is_neither_held_nor_released() {
        assertThat(code(hold("gid://shopify/FulfillmentOrder/1", "h", ""))).isEqualTo("FULFILLMENT_ORDER_NOT_FOUND");
        assertThat(code(release("gid://shopify/FulfillmentOrder/1", "1"))).isEqualTo("FULFILLMENT_ORDER_NOT_FOUND");
        hold(of.id().gid(), "h", "");
        assertThat(code(release(of.id().gid(), "1"))).isEqualTo("INVALID_ACCESS");
        assertThat(fixture.shop
                        .fulfillmentOrders()
                        .all()
                        .find(of.id())
                        .orElseThrow()
                        .holds())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_hold_of_somebody_else_is_released_by_its_id_or_not(boolean others) {
        fixture.shop.switches(Switches.usual().with(Switch.HOLDS_OF_OTHERS_ARE_RELEASED_BY_ID, others));
        hold(of.id().gid(), "h", "");
        var theirs =
                fixture.shop.staff().hold(of.id(), "looked at by hand").value().hold();
        var released = release(of.id().gid(), Long.toString(theirs.id().number()));
        assertThat(released.path("userErrors").isEmpty()).isEqualTo(others);
        assertThat(code(released)).isEqualTo(others ? "" : "INVALID_ACCESS");
        var now = fixture.shop.fulfillmentOrders().all().find(of.id()).orElseThrow();
        assertThat(now.holds()).hasSize(others ? 1 : 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NO_LINE_ITEMS_PROVIDED_TO_SPLIT | OF |
            GREATER_THAN | OF | {"id": "LINE", "quantity": 0}
            INVALID_LINE_ITEM_QUANTITY | OF | {"id": "LINE", "quantity": 5}
            FULFILLMENT_ORDER_NOT_FOUND | gid://shopify/FulfillmentOrder/1 | {"id": "LINE", "quantity": 1}
            """)
    void a_split_leaves_something_on_both_sides(String code, String which, String lines) {
        var units = lines == null ? "" : lines.replace("LINE", line);
        assertThat(code(split(which.equals("OF") ? of.id().gid() : which, units)))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_split_names_the_id_that_replaces_the_original_or_none(boolean replaces) {
        fixture.shop.switches(Switches.usual().with(Switch.SPLIT_REPLACES_ORIGINAL, replaces));
        var made = split(of.id().gid(), "{\"id\": \"%s\", \"quantity\": 2}".formatted(line))
                .path("fulfillmentOrderSplits")
                .path(0);
        assertThat(made.path("replacementFulfillmentOrder").isNull()).isEqualTo(!replaces);
        assertThat(made.path("remainingFulfillmentOrder").path("id").asString())
                .isNotEqualTo(of.id().gid());
    }

    @Test
    void units_are_moved_only_to_another_place_that_stocks_them() {
        var bare = fixture.shop
                .locations()
                .add("Bare", Address.inCountry("IE"), true)
                .value()
                .id()
                .gid();
        assertThat(message(move(bare)))
                .isEqualTo("The destination location doesn't stock the requested inventory item.");
        assertThat(message(move(of.location().gid()))).isEqualTo("Cannot change location.");
        assertThat(message(move("gid://shopify/Location/1"))).isEqualTo("Location not found.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void units_are_moved_before_there_is_stock_or_not(boolean before) {
        fixture.shop.switches(Switches.usual().with(Switch.MOVE_BEFORE_STOCK, before));
        var depot = fixture.shop
                .locations()
                .add("Depot", Address.inCountry("IE"), true)
                .value()
                .id();
        var item = fixture.shop.catalog().variantsOf(bear).getFirst().item();
        fixture.shop.inventory().activate(item, depot, 0, null).value();
        assertThat(move(depot.gid()).path("userErrors").isEmpty()).isEqualTo(before);
    }

    @Test
    void a_parcel_holds_what_is_open_and_no_more() {
        hold(of.id().gid(), "h", "");
        assertThat(ship(5).path("userErrors")).isNotEmpty();
        var hold = fixture.shop.fulfillmentOrders().all().find(of.id()).orElseThrow();
        release(of.id().gid(), Long.toString(hold.holds().getFirst().id().number()));
        assertThat(ship(6).path("userErrors")).isNotEmpty();
        assertThat(ship(5).path("userErrors")).isEmpty();
        assertThat(ship(1).path("userErrors")).isNotEmpty();
    }

    private JsonNode hold(String id, String handle, String lines) {
        return fixture.data(operation("Hold"), json("""
                                {"id": "%s", "hold": {"reason": "INVENTORY_OUT_OF_STOCK", "handle": "%s",
                                 "fulfillmentOrderLineItems": [%s]}}""".formatted(id, handle, lines)))
                .path("fulfillmentOrderHold");
    }

    private JsonNode release(String id, String hold) {
        return fixture.data(
                        operation("ReleaseHold"),
                        json("{\"id\": \"%s\", \"holds\": [\"gid://shopify/FulfillmentHold/%s\"]}".formatted(id, hold)))
                .path("fulfillmentOrderReleaseHold");
    }

    private JsonNode split(String id, String lines) {
        return fixture.data(
                        operation("Split"),
                        json("{\"s\": [{\"fulfillmentOrderId\": \"%s\", \"fulfillmentOrderLineItems\": [%s]}]}"
                                .formatted(id, lines)))
                .path("fulfillmentOrderSplit");
    }

    private JsonNode move(String to) {
        return fixture.data(
                        operation("Move"),
                        json("{\"id\": \"%s\", \"to\": \"%s\"}"
                                .formatted(of.id().gid(), to)))
                .path("fulfillmentOrderMove");
    }

    private JsonNode ship(int units) {
        return fixture.data(operation("Fulfil"), json("""
                                {"f": {"lineItemsByFulfillmentOrder": [{"fulfillmentOrderId": "%s",
                                 "fulfillmentOrderLineItems": [{"id": "%s", "quantity": %d}]}]}}""".formatted(of.id().gid(), line, units)))
                .path("fulfillmentCreate");
    }

    private static String code(JsonNode payload) {
        return payload.path("userErrors").path(0).path("code").asString();
    }

    private static String message(JsonNode payload) {
        return payload.path("userErrors").path(0).path("message").asString();
    }
}
