package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Order;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A return that a buyer asks for, and what the merchant says. */
class ReturnRequestTest {
    private final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());
    private final Order order = shipped();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void a_return_that_was_asked_for_waits_until_it_is_approved() {
        var asked = request(2);
        assertThat(asked.path("return").path("status").asString()).isEqualTo("REQUESTED");
        var id = asked.path("return").path("id").asString();
        assertThat(code(request(2))).isEqualTo("INVALID");

        var approved = decided("returnApproveRequest", "{id: \"%s\"}".formatted(id));

        assertThat(approved.path("return").path("status").asString()).isEqualTo("OPEN");
        assertThat(code(decided("returnApproveRequest", "{id: \"%s\"}".formatted(id))))
                .isEqualTo("INVALID_STATE");
        assertThat(topics()).contains(Topic.RETURNS_REQUEST, Topic.RETURNS_APPROVE);
    }

    @Test
    void a_declined_return_says_why_and_its_units_can_be_asked_back_again() {
        var id = request(2).path("return").path("id").asString();
        var no = "{id: \"%s\", declineReason: FINAL_SALE, declineNote: \"Sold as it was\"}".formatted(id);

        var declined = decided("returnDeclineRequest", no).path("return");

        assertThat(declined.path("status").asString()).isEqualTo("DECLINED");
        assertThat(declined.path("decline").toString())
                .isEqualTo("{\"reason\":\"FINAL_SALE\",\"note\":\"Sold as it was\"}");
        assertThat(code(decided("returnDeclineRequest", no))).isEqualTo("INVALID_STATE");
        assertThat(request(2).path("userErrors")).isEmpty();
        assertThat(topics()).contains(Topic.RETURNS_DECLINE);
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(code(decided("returnApproveRequest", "{id: \"gid://shopify/Return/1\"}")))
                .isEqualTo("NOT_FOUND");
        assertThat(code(decided("returnDeclineRequest", "{id: \"gid://shopify/Return/1\", declineReason: OTHER}")))
                .isEqualTo("NOT_FOUND");
        assertThat(code(requested("gid://shopify/Order/1", 1))).isEqualTo("NOT_FOUND");
    }

    private JsonNode request(int units) {
        return requested(order.id().gid(), units);
    }

    private JsonNode requested(String of, int units) {
        var line = fixture.shop
                .fulfillments()
                .ofOrder(order.id())
                .getFirst()
                .lines()
                .getFirst()
                .id()
                .gid();
        return fixture.data("""
                        mutation($order: ID!, $line: ID!, $units: Int!) {
                          returnRequest(input: {orderId: $order, returnLineItems: [
                            {fulfillmentLineItemId: $line, quantity: $units, returnReason: UNWANTED}]}) {
                            return { id status } userErrors { code field message }
                          }
                        }""", Map.of("order", of, "line", line, "units", units))
                .path("returnRequest");
    }

    private JsonNode decided(String mutation, String input) {
        return fixture.data(
                        "mutation { %s(input: %s) { return { status decline { reason note } } userErrors { code field } } }"
                                .formatted(mutation, input),
                        Map.of())
                .path(mutation);
    }

    private Iterable<Topic> topics() {
        return fixture.shop.events().after(0, Integer.MAX_VALUE).stream()
                .map(event -> event.topic())
                .toList();
    }

    private static String code(JsonNode payload) {
        return payload.path("userErrors").path(0).path("code").asString();
    }

    /** Two bears, on their way. */
    private Order shipped() {
        var bear = fixture.product("Bear", 1).variants().getFirst();
        var placed = (Placed) fixture.shop.checkouts().place(Cart.of(Cart.Line.of(bear, 2)));
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.shop.staff().shipAll(placed.order().id());
        return placed.order();
    }
}
