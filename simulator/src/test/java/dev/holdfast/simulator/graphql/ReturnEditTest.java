package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.Fulfillments;
import dev.holdfast.simulator.shop.Returns;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Return;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Units taken out of a return again. */
class ReturnEditTest {
    private final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());
    private final Return made = returned(3);

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void units_that_stay_with_the_buyer_leave_the_return_and_may_be_returned_again() {
        assertThat(remove(made.lines().getFirst().id().gid(), 2).path("userErrors"))
                .isEmpty();
        assertThat(now().totalQuantity()).isEqualTo(1);
        assertThat(fixture.shop.events().after(0, Integer.MAX_VALUE))
                .extracting(event -> event.topic())
                .contains(Topic.RETURNS_UPDATE);
        var again = Returns.NewLine.of(made.lines().getFirst().fulfillmentLine(), 2);
        assertThat(fixture.shop
                        .returns()
                        .create(made.order(), List.of(again))
                        .value()
                        .totalQuantity())
                .isEqualTo(2);
    }

    @Test
    void more_than_is_left_or_a_line_of_another_return_is_refused() {
        var line = made.lines().getFirst().id().gid();
        assertThat(code(remove(line, 4))).isEqualTo("INVALID");
        assertThat(code(remove(line, 0))).isEqualTo("INVALID");
        assertThat(code(remove("gid://shopify/ReturnLineItem/1", 1))).isEqualTo("NOT_FOUND");
        assertThat(now().totalQuantity()).isEqualTo(3);
    }

    @Test
    void a_closed_return_stays_as_it_is() {
        fixture.shop.returns().close(made.id()).value();
        assertThat(code(remove(made.lines().getFirst().id().gid(), 1))).isEqualTo("INVALID_STATE");
    }

    private JsonNode remove(String line, int units) {
        return fixture.data(
                        "mutation($id: ID!, $lines: [ReturnLineItemRemoveFromReturnInput!]) { removeFromReturn(returnId: $id,"
                                + " returnLineItems: $lines) { return { id } userErrors { code field message } } }",
                        Map.of(
                                "id",
                                made.id().gid(),
                                "lines",
                                List.of(Map.of("returnLineItemId", line, "quantity", units))))
                .path("removeFromReturn");
    }

    private Return now() {
        return fixture.shop.returns().ofOrder(made.order()).getFirst();
    }

    private static String code(JsonNode payload) {
        return payload.path("userErrors").path(0).path("code").asString();
    }

    private Return returned(int units) {
        var bear = fixture.product("Bear", 1);
        var placed = fixture.shop
                .checkouts()
                .place(Cart.of(Cart.Line.of(bear.variants().getFirst(), units)));
        fixture.clock.advance(Duration.ofMinutes(1));
        var order = ((Placed) placed).order();
        var open = fixture.shop.fulfillmentOrders().ofOrder(order.id()).getFirst();
        var shipped = fixture.shop
                .fulfillments()
                .create(Fulfillments.Request.of(Fulfillments.Part.all(open.id())))
                .value();
        var line = Returns.NewLine.of(shipped.lines().getFirst().id(), units);
        return fixture.shop.returns().create(order.id(), List.of(line)).value();
    }
}
