package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.Caller;
import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.Orders;
import dev.holdfast.simulator.shop.state.Order;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An order that is deleted, by an app or by hand. */
class OrderDeleteTest {
    private final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());
    private final Order order = bought();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void an_app_deletes_a_cancelled_order_once() {
        assertThat(code(delete())).isEqualTo("INVALID");
        cancel();
        assertThat(delete().path("deletedId").asString()).isEqualTo(order.id().gid());
        assertThat(code(delete())).isEqualTo("NOT_FOUND");
        assertThat(fixture.data(
                                "query($id: ID!) { order(id: $id) { id } }",
                                Map.of("id", order.id().gid()))
                        .path("order")
                        .isNull())
                .isTrue();
    }

    @Test
    void staff_deletes_a_cancelled_order_once() {
        var refused = staff();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").asString()).contains("INVALID");
        cancel();
        assertThat(staff().status()).isEqualTo(200);
        assertThat(fixture.shop.orders().all().find(order.id())).isEmpty();
        assertThat(staff().json().path("errors").asString()).contains("NOT_FOUND");
    }

    private Caller.Got staff() {
        return fixture.post(
                "/simulator/shops/toys/staff",
                Map.of("do", "delete_order", "order", order.id().number()));
    }

    private void cancel() {
        fixture.shop
                .orders()
                .cancel(order.id(), Orders.Cancel.restocked(Order.Reason.OTHER))
                .value();
        fixture.clock.advance(Duration.ofMinutes(1));
    }

    private JsonNode delete() {
        return fixture.data(
                        "mutation($id: ID!) { orderDelete(orderId: $id) { deletedId userErrors { code field } } }",
                        Map.of("id", order.id().gid()))
                .path("orderDelete");
    }

    private static String code(JsonNode payload) {
        return payload.path("userErrors").path(0).path("code").asString();
    }

    private Order bought() {
        var bear = fixture.product("Bear", 1).variants().getFirst();
        var placed = (Placed) fixture.shop.checkouts().place(Cart.of(Cart.Line.of(bear, 2)));
        fixture.clock.advance(Duration.ofMinutes(1));
        return placed.order();
    }
}
