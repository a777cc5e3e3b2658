package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.map;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Location;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Shopify refuses of locations that are opened and given up. */
class LocationErrorsTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
    private final String here = fixture.location().id().gid();
    private int keys;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void the_last_location_that_sells_online_stays() {
        assertThat(codes(deactivate(here, null))).containsExactly("CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT");
        assertThat(codes(deactivate("gid://shopify/Location/1", null))).containsExactly("LOCATION_NOT_FOUND");
    }

    @Test
    void a_location_with_orders_and_stock_says_where_they_go() {
        other("Elsewhere");
        var bear = fixture.product("Bear", 1).variants().getFirst();
        fixture.shop.checkouts().place(Cart.of(Cart.Line.of(bear, 1)));
        fixture.clock.advance(Duration.ofMinutes(1));

        assertThat(codes(deactivate(here, null)))
                .containsExactly("HAS_FULFILLMENT_ORDERS_ERROR", "HAS_ACTIVE_INVENTORY_ERROR");
        assertThat(codes(deactivate(here, here))).containsExactly("DESTINATION_LOCATION_IS_THE_SAME_LOCATION");
        assertThat(codes(deactivate(here, "gid://shopify/Location/1")))
                .containsExactly("DESTINATION_LOCATION_NOT_FOUND_OR_INACTIVE");
        assertThat(codes(sent("locationDelete(locationId: \"%s\")", "locationDeleteUserErrors", here)))
                .containsExactly("LOCATION_IS_ACTIVE", "LOCATION_HAS_INVENTORY", "LOCATION_HAS_PENDING_ORDERS");
    }

    @Test
    void a_location_that_goods_are_on_their_way_to_stays() {
        var there = other("Elsewhere").id().gid();
        var item = fixture.shop
                .catalog()
                .variantsOf(fixture.product("Bear", 1))
                .getFirst()
                .item()
                .gid();
        var three = List.of(Map.of("inventoryItemId", item, "quantity", 3));
        var transfer = fixture.data(
                        operation("TransferCreateReady"),
                        Map.of("key", "t", "input", Map.of("destinationLocationId", there, "lineItems", three)))
                .path("inventoryTransferCreateAsReadyToShip")
                .path("inventoryTransfer")
                .path("id")
                .asString();
        fixture.data(
                operation("ShipmentCreateInTransit"),
                Map.of("key", "s", "input", Map.of("movementId", transfer, "lineItems", three)));

        assertThat(codes(deactivate(there, null)))
                .containsExactly("HAS_ACTIVE_INVENTORY_ERROR", "HAS_INCOMING_MOVEMENTS_ERROR");
        assertThat(codes(deactivate(there, here))).containsExactly("HAS_INCOMING_MOVEMENTS_ERROR");
    }

    @Test
    void a_name_is_taken_once_among_the_open_ones() {
        var first = other("Elsewhere").id().gid();
        assertThat(codes(fixture.data(
                                operation("LocationAdd"),
                                Map.of("input", Map.of("name", "Elsewhere", "address", Map.of("countryCode", "IE"))))
                        .path("locationAdd")))
                .containsExactly("TAKEN");
        assertThat(codes(deactivate(first, null))).isEmpty();
        other("Elsewhere");
        assertThat(codes(sent(
                        "locationActivate(locationId: \"%s\") @idempotent(key: \"a\")",
                        "locationActivateUserErrors", first)))
                .containsExactly("HAS_NON_UNIQUE_NAME");
    }

    private Location other(String name) {
        return fixture.shop.locations().add(name, Address.inCountry("IE"), true).value();
    }

    private JsonNode deactivate(String location, @Nullable String to) {
        return fixture.data(operation("LocationDeactivate"), map("id", location, "to", to, "key", "d" + keys++))
                .path("locationDeactivate");
    }

    private JsonNode sent(String mutation, String errors, String location) {
        return fixture.data("mutation { %s { %s { code } } }".formatted(mutation.formatted(location), errors), Map.of())
                .path(mutation.substring(0, mutation.indexOf('(')));
    }

    private static List<String> codes(JsonNode payload) {
        return payload.findValuesAsString("code");
    }
}
