package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.QuantityName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a fulfillment service ships is shown to apps that may see it, and changed by apps that may change it. */
class FulfillmentServicesTest {
    private static final String ORDER = "query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { id"
            + " assignedLocation { location { id isFulfillmentService } } } } } }";
    private static final String HOLD = "mutation($id: ID!) { fulfillmentOrderHold(id: $id, fulfillmentHold:"
            + " {reason: OTHER, handle: \"h\"}) { userErrors { code } } }";
    private final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());
    private final Product bear = fixture.product("Bear", 1);
    private Order order;
    private FulfillmentOrder of;

    @BeforeEach
    void move() {
        var variant = bear.variants().getFirst();
        var placed = fixture.shop.checkouts().place(Cart.of(Cart.Line.of(variant, 1)));
        order = ((Placed) placed).order();
        fixture.clock.advance(Duration.ofMinutes(1));
        of = fixture.shop.fulfillmentOrders().ofOrder(order.id()).getFirst();
        var service = fixture.shop
                .locations()
                .addService("Parcels and more", Address.inCountry("IE"))
                .value();
        var item = fixture.shop.catalog().variants().find(variant).orElseThrow().item();
        fixture.shop.staff().count(item, service.id(), QuantityName.AVAILABLE, 5);
        assertThat(fixture.shop
                        .fulfillmentOrders()
                        .move(of.id(), service.id(), List.of())
                        .errors())
                .isEmpty();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private JsonNode seen(String token) {
        return fixture.ask(token, ORDER, Map.of("id", order.id().gid()))
                .path("data")
                .path("order")
                .path("fulfillmentOrders")
                .path("nodes");
    }

    private String refusal(String token) {
        return fixture.ask(token, HOLD, Map.of("id", of.id().gid()))
                .path("data")
                .path("fulfillmentOrderHold")
                .path("userErrors")
                .path(0)
                .path("code")
                .asString("none");
    }

    @Test
    void an_app_for_the_merchants_own_locations_is_not_shown_it() {
        var own = fixture.install("own", "read_orders,read_locations,write_merchant_managed_fulfillment_orders");
        assertThat(seen(own)).isEmpty();
        assertThat(fixture.ask(
                                own,
                                "query($id: ID!) { fulfillmentOrder(id: $id) { id } }",
                                Map.of("id", of.id().gid()))
                        .path("data")
                        .path("fulfillmentOrder")
                        .isNull())
                .isTrue();
        assertThat(refusal(own)).isEqualTo("FULFILLMENT_ORDER_NOT_FOUND");
    }

    @Test
    void an_app_that_may_only_read_it_holds_nothing() {
        var reads = fixture.install(
                "reads",
                "read_orders,read_locations,write_merchant_managed_fulfillment_orders,"
                        + "read_third_party_fulfillment_orders");
        assertThat(seen(reads)
                        .path(0)
                        .path("assignedLocation")
                        .path("location")
                        .path("isFulfillmentService")
                        .asBoolean())
                .isTrue();
        assertThat(refusal(reads)).isEqualTo("FULFILLMENT_ORDER_NOT_FOUND");
        assertThat(fixture.shop
                        .fulfillmentOrders()
                        .all()
                        .find(of.id())
                        .orElseThrow()
                        .holds())
                .isEmpty();
    }

    @Test
    void an_app_that_may_change_it_holds_it() {
        var writes = fixture.install("writes", "read_orders,read_locations,write_third_party_fulfillment_orders");
        assertThat(seen(writes)).hasSize(1);
        assertThat(refusal(writes)).isEqualTo("none");
    }
}
