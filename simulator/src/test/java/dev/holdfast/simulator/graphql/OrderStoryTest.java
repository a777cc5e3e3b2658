package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.map;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders by way of the operations the product sends. */
class OrderStoryTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
    private final Product bear = fixture.product("Bear", 2);

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void an_order_is_read_with_its_lines_money_and_fulfillment_orders() {
        var order = buy(3);
        var read = read(order);
        assertThat(read.path("name").asString()).isEqualTo(order.name());
        assertThat(read.path("displayFinancialStatus").asString()).isEqualTo("PAID");
        assertThat(read.path("displayFulfillmentStatus").asString()).isEqualTo("UNFULFILLED");
        assertThat(read.path("totalOutstandingSet")
                        .path("shopMoney")
                        .path("amount")
                        .asString())
                .isEqualTo("0.00");
        var line = read.path("lineItems").path("nodes").path(0);
        assertThat(line.path("quantity").asInt()).isEqualTo(3);
        assertThat(line.path("originalUnitPriceSet")
                        .path("shopMoney")
                        .path("amount")
                        .asString())
                .isEqualTo("19.99");
        assertThat(line.path("sellingPlan").isNull()).isTrue();
        var fulfillmentOrder = firstFulfillmentOrder(read);
        assertThat(fulfillmentOrder.path("status").asString()).isEqualTo("OPEN");
        assertThat(fulfillmentOrder
                        .path("assignedLocation")
                        .path("location")
                        .path("id")
                        .asString())
                .isEqualTo(fixture.location().id().gid());
        assertThat(fulfillmentOrder.path("supportedActions").findValuesAsString("action"))
                .contains("CREATE_FULFILLMENT", "HOLD");
        assertThat(fulfillmentOrder
                        .path("lineItems")
                        .path("nodes")
                        .path(0)
                        .path("remainingQuantity")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void a_pre_order_comes_with_its_plan_its_terms_and_a_vaulted_method() {
        var order = preOrder();
        var read = read(order);
        assertThat(read.path("displayFinancialStatus").asString()).isEqualTo("PARTIALLY_PAID");
        assertThat(read.path("lineItems")
                        .path("nodes")
                        .path(0)
                        .path("sellingPlan")
                        .path("name")
                        .asString())
                .isEqualTo("Spring");
        var terms = read.path("paymentTerms");
        assertThat(terms.path("paymentSchedules").path("nodes")).hasSize(1);
        assertThat(read.path("paymentCollectionDetails")
                        .path("vaultedPaymentMethods")
                        .path(0)
                        .path("paymentInstrument")
                        .path("__typename")
                        .asString())
                .isEqualTo(order.mandates().getFirst().instrument());
        var hold = firstFulfillmentOrder(read).path("fulfillmentHolds").path(0);
        assertThat(hold.path("reason").asString()).isEqualTo("UNKNOWN_DELIVERY_DATE");
        assertThat(hold.path("heldByRequestingApp").asBoolean()).isFalse();
        var schedule =
                terms.path("paymentSchedules").path("nodes").path(0).path("id").asString();
        var found = fixture.data(
                "query($id: ID!) { node(id: $id) { ... on PaymentSchedule { paymentTerms { order { id } } } } }",
                Map.of("id", schedule));
        assertThat(found.findValuesAsString("id")).containsExactly(order.id().gid());
    }

    @Test
    void the_balance_is_charged_to_the_vaulted_method_once_per_key() {
        var order = preOrder();
        var mandate = read(order)
                .path("paymentCollectionDetails")
                .path("vaultedPaymentMethods")
                .path(0)
                .path("id")
                .asString();
        var asked = Map.of("id", order.id().gid(), "mandate", mandate, "key", "k1");
        var first = fixture.data(operation("MandatePay"), asked).path("orderCreateMandatePayment");
        var again = fixture.data(operation("MandatePay"), asked).path("orderCreateMandatePayment");
        assertThat(again.path("paymentReferenceId")).isEqualTo(first.path("paymentReferenceId"));
        fixture.clock.advance(Duration.ofMinutes(1));
        var status = fixture.data(
                        operation("PayStatus"),
                        Map.of(
                                "o",
                                order.id().gid(),
                                "r",
                                first.path("paymentReferenceId").asString()))
                .path("orderPaymentStatus");
        assertThat(status.path("transactions")).hasSize(1);
        assertThat(read(order).path("displayFinancialStatus").asString()).isEqualTo("PAID");
    }

    @Test
    void a_hold_is_placed_seen_as_ours_and_released_by_its_id() {
        var fulfillmentOrder = firstFulfillmentOrder(read(buy(2)));
        var id = fulfillmentOrder.path("id").asString();
        var held = fixture.data(
                        operation("Hold"),
                        Map.of("id", id, "hold", Map.of("reason", "INVENTORY_OUT_OF_STOCK", "handle", "h1")))
                .path("fulfillmentOrderHold");
        assertThat(held.path("fulfillmentOrder").path("status").asString()).isEqualTo("ON_HOLD");
        var duplicate = fixture.data(
                        operation("Hold"),
                        Map.of("id", id, "hold", Map.of("reason", "INVENTORY_OUT_OF_STOCK", "handle", "h1")))
                .path("fulfillmentOrderHold");
        assertThat(code(duplicate)).isEqualTo("DUPLICATE_FULFILLMENT_HOLD_HANDLE");
        var released = fixture.data(
                        operation("ReleaseHold"),
                        Map.of(
                                "id",
                                id,
                                "holds",
                                List.of(held.path("fulfillmentHold").path("id").asString())))
                .path("fulfillmentOrderReleaseHold");
        assertThat(released.path("fulfillmentOrder").path("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void units_are_split_off_and_the_rest_is_moved() {
        var second = fixture.data(
                        operation("LocationAdd"),
                        Map.of("input", Map.of("name", "Depot", "address", Map.of("countryCode", "IE"))))
                .path("locationAdd")
                .path("location")
                .path("id")
                .asString();
        var item = fixture.shop.catalog().variantsOf(bear).getFirst().item().gid();
        fixture.data(operation("InventoryActivate"), Map.of("item", item, "location", second, "key", "a1"));
        var fulfillmentOrder = firstFulfillmentOrder(read(buy(3)));
        var id = fulfillmentOrder.path("id").asString();
        var line = fulfillmentOrder
                .path("lineItems")
                .path("nodes")
                .path(0)
                .path("id")
                .asString();
        var split = fixture.data(
                        operation("Split"),
                        Map.of(
                                "s",
                                List.of(Map.of(
                                        "fulfillmentOrderId",
                                        id,
                                        "fulfillmentOrderLineItems",
                                        List.of(Map.of("id", line, "quantity", 1))))))
                .path("fulfillmentOrderSplit");
        assertThat(split.path("userErrors")).isEmpty();
        var places = fixture.data(operation("LocationsForMove"), Map.of("id", id))
                .path("fulfillmentOrder")
                .path("locationsForMove")
                .path("nodes");
        assertThat(places.path(0).path("location").path("name").asString()).isEqualTo("Depot");
        var moved =
                fixture.data(operation("Move"), Map.of("id", id, "to", second)).path("fulfillmentOrderMove");
        assertThat(moved.path("movedFulfillmentOrder").path("assignedLocation").findValuesAsString("id"))
                .containsExactly(second);
    }

    @Test
    void units_are_shipped_with_a_number_to_follow() {
        var id = firstFulfillmentOrder(read(buy(3))).path("id").asString();
        var shipped = fixture.data(
                        operation("Fulfil"),
                        map(
                                "f",
                                Map.of(
                                        "lineItemsByFulfillmentOrder", List.of(Map.of("fulfillmentOrderId", id)),
                                        "trackingInfo", Map.of("company", "An Post", "number", "IE1"))))
                .path("fulfillmentCreate");
        assertThat(shipped.path("userErrors")).isEmpty();
        var fulfillment = shipped.path("fulfillment");
        assertThat(fulfillment.path("trackingInfo").path(0).path("number").asString())
                .isEqualTo("IE1");
        var tracked = fixture.data(
                operation("Tracking"), Map.of("id", fulfillment.path("id").asString(), "t", Map.of("number", "IE2")));
        assertThat(tracked.path("fulfillmentTrackingInfoUpdate").path("userErrors"))
                .isEmpty();
    }

    @Test
    void deadlines_and_reschedules_answer_with_their_codes() {
        var id = firstFulfillmentOrder(read(buy(1))).path("id").asString();
        var deadline = fixture.data(operation("Deadline"), Map.of("ids", List.of(id), "d", "2026-12-24T12:00:00Z"));
        assertThat(deadline.path("fulfillmentOrdersSetFulfillmentDeadline")
                        .path("success")
                        .asBoolean())
                .isTrue();
        var reschedule = fixture.data(operation("Reschedule"), Map.of("id", id, "at", "2026-12-24T12:00:00Z"));
        assertThat(reschedule.path("fulfillmentOrderReschedule").path("userErrors"))
                .isNotEmpty();
        var open = fixture.data(operation("OpenFo"), Map.of("id", id));
        assertThat(open.path("fulfillmentOrderOpen").path("userErrors")).isNotEmpty();
    }

    private Order buy(int units) {
        var placed = fixture.shop
                .checkouts()
                .place(Cart.of(Cart.Line.of(bear.variants().getFirst(), units)));
        fixture.clock.advance(Duration.ofMinutes(1));
        return ((Placed) placed).order();
    }

    private Order preOrder() {
        var group = OrderStories.depositPlan(fixture, bear.variants().getLast());
        var plan = fixture.shop
                .sellingPlans()
                .groups()
                .find(group)
                .orElseThrow()
                .plans()
                .getFirst();
        var placed = fixture.shop
                .checkouts()
                .place(Cart.of(Cart.Line.of(bear.variants().getLast(), 1, plan.id())));
        fixture.clock.advance(Duration.ofMinutes(1));
        return ((Placed) placed).order();
    }

    private JsonNode read(Order order) {
        return fixture.data(operation("OrderFull"), Map.of("id", order.id().gid()))
                .path("order");
    }

    private static JsonNode firstFulfillmentOrder(JsonNode order) {
        return order.path("fulfillmentOrders").path("nodes").path(0);
    }

    private static String code(JsonNode payload) {
        return payload.path("userErrors").path(0).path("code").asString();
    }
}
