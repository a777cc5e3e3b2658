package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.map;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.Fulfillments;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to orders afterwards, by way of the operations the product sends. */
class AfterSaleTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
    private final Product bear = fixture.product("Bear", 2);

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void a_line_is_swapped_by_an_edit() {
        var order = buy(2);
        var begun = fixture.data(operation("EditBegin"), Map.of("id", order.id().gid()))
                .path("orderEditBegin");
        var edit = begun.path("calculatedOrder").path("id").asString();
        var line = begun.path("calculatedOrder")
                .path("lineItems")
                .path("nodes")
                .path(0)
                .path("id")
                .asString();
        var added = fixture.data(
                operation("EditAdd"),
                Map.of("id", edit, "v", bear.variants().getLast().gid(), "q", 1));
        assertThat(added.path("orderEditAddVariant").path("userErrors")).isEmpty();
        var lowered = fixture.data(operation("EditQty"), Map.of("id", edit, "l", line, "q", 0));
        assertThat(lowered.path("orderEditSetQuantity").path("userErrors")).isEmpty();
        var done = fixture.data(operation("EditCommit"), map("id", edit, "n", false, "s", "swap"));
        assertThat(done.path("orderEditCommit").path("order").path("id").asString())
                .isEqualTo(order.id().gid());
        var lines = fixture.shop.orders().all().find(order.id()).orElseThrow().lines();
        assertThat(lines).extracting(one -> one.currentQuantity()).containsExactly(0, 1);
    }

    @Test
    void a_suggested_refund_is_given_back_once_per_key() {
        var order = buy(2);
        var line = order.lines().getFirst().id().gid();
        var lines = List.of(Map.of(
                "lineItemId",
                line,
                "quantity",
                1,
                "restockType",
                "CANCEL",
                "locationId",
                fixture.location().id().gid()));
        var suggested = fixture.data(
                        operation("SuggestRefund"), Map.of("id", order.id().gid(), "l", lines))
                .path("order")
                .path("suggestedRefund");
        assertThat(suggested.path("amountSet").path("shopMoney").path("amount").asString())
                .isEqualTo("19.99");
        var back = suggested.path("suggestedTransactions").path(0);
        var input = Map.of(
                "orderId", order.id().gid(),
                "refundLineItems", lines,
                "transactions",
                        List.of(Map.of(
                                "orderId", order.id().gid(),
                                "parentId",
                                        back.path("parentTransaction")
                                                .path("id")
                                                .asString(),
                                "gateway", back.path("gateway").asString(),
                                "kind", "REFUND",
                                "amount", "19.99")));
        var first = fixture.data(operation("Refund"), Map.of("input", input, "key", "r1"))
                .path("refundCreate");
        assertThat(first.path("userErrors")).isEmpty();
        assertThat(first.path("refund")
                        .path("totalRefundedSet")
                        .path("shopMoney")
                        .path("amount")
                        .asString())
                .isEqualTo("19.99");
        assertThat(fixture.data(operation("Refund"), Map.of("input", input, "key", "r1"))
                        .path("refundCreate"))
                .isEqualTo(first);
        assertThat(after(order).refunds()).hasSize(1);
    }

    @Test
    void a_cancelled_order_is_cancelled_by_its_job() {
        var order = buy(1);
        var cancelled = fixture.data(
                        operation("Cancel"),
                        map(
                                "id",
                                order.id().gid(),
                                "reason",
                                "CUSTOMER",
                                "restock",
                                true,
                                "rm",
                                Map.of("originalPaymentMethodsRefund", true)))
                .path("orderCancel");
        assertThat(cancelled.path("orderCancelUserErrors")).isEmpty();
        assertThat(cancelled.path("job").path("done").asBoolean()).isFalse();
        fixture.clock.advance(Duration.ofMinutes(1));
        var job = fixture.data(
                "query($id: ID!) { job(id: $id) { done } }",
                Map.of("id", cancelled.path("job").path("id").asString()));
        assertThat(job.path("job").path("done").asBoolean()).isTrue();
        assertThat(after(order).isCancelled()).isTrue();
    }

    @Test
    void a_shipped_unit_comes_back_by_a_return() {
        var order = buy(1);
        var fulfillmentOrder =
                fixture.shop.fulfillmentOrders().ofOrder(order.id()).getFirst();
        var shipped = fixture.shop
                .fulfillments()
                .create(Fulfillments.Request.of(Fulfillments.Part.all(fulfillmentOrder.id())))
                .value();
        var made = fixture.data(
                        operation("ReturnMake"),
                        Map.of(
                                "r",
                                Map.of(
                                        "orderId", order.id().gid(),
                                        "returnLineItems",
                                                List.of(Map.of(
                                                        "fulfillmentLineItemId",
                                                        shipped.lines()
                                                                .getFirst()
                                                                .id()
                                                                .gid(),
                                                        "quantity",
                                                        1,
                                                        "returnReasonDefinitionId",
                                                        "gid://shopify/ReturnReasonDefinition/1")))))
                .path("returnCreate");
        assertThat(made.path("return").path("status").asString()).isEqualTo("OPEN");
        var line = fixture.shop.returns().ofOrder(order.id()).getFirst().lines().getFirst();
        var processed = fixture.data(
                        operation("ReturnDo"),
                        Map.of(
                                "r",
                                Map.of(
                                        "returnId",
                                                made.path("return").path("id").asString(),
                                        "returnLineItems",
                                                List.of(Map.of("id", line.id().gid(), "quantity", 1)))))
                .path("returnProcess");
        assertThat(processed.path("userErrors")).isEmpty();
    }

    @Test
    void terms_are_moved_reminded_and_captured() {
        var plan = fixture.shop
                .sellingPlans()
                .groups()
                .find(OrderStories.depositPlan(fixture, bear.variants().getLast()))
                .orElseThrow()
                .plans()
                .getFirst();
        var order = place(Cart.of(Cart.Line.of(bear.variants().getLast(), 1, plan.id())));
        var terms = Objects.requireNonNull(after(order).terms());
        var schedule = terms.schedules().getFirst().id().gid();
        var change = Map.of(
                "paymentTermsTemplateId",
                "gid://shopify/PaymentTermsTemplate/7",
                "paymentSchedules",
                List.of(Map.of("dueAt", "2026-12-01T00:00:00Z")));
        var updated = fixture.data(
                        operation("TermsUpdate"),
                        Map.of("input", Map.of("paymentTermsId", terms.id().gid(), "paymentTermsAttributes", change)))
                .path("paymentTermsUpdate");
        assertThat(updated.path("userErrors")).isEmpty();
        var reminded =
                fixture.data(operation("Reminder"), Map.of("id", schedule)).path("paymentReminderSend");
        assertThat(reminded.path("success").asBoolean()).isTrue();
        fixture.clock.advance(Duration.ofDays(10));
        var captured = fixture.data(operation("ScheduleCapture"), Map.of("id", schedule))
                .path("paymentScheduleCapture");
        assertThat(captured.path("userErrors")).isEmpty();
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(after(order).accounts().outstanding()).isZero();
    }

    @Test
    void tags_metafields_and_invoices_are_kept() {
        var order = buy(1);
        var id = order.id().gid();
        fixture.data(operation("Tags"), Map.of("id", id, "t", List.of("late")));
        assertThat(after(order).tags()).containsExactly("late");
        var definition = fixture.data(
                        operation("MfDef"),
                        Map.of(
                                "d",
                                Map.of(
                                        "ownerType",
                                        "ORDER",
                                        "key",
                                        "ships_by",
                                        "name",
                                        "Ships by",
                                        "type",
                                        "date_time")))
                .path("metafieldDefinitionCreate");
        assertThat(definition.path("userErrors")).isEmpty();
        var value = Map.of("ownerId", id, "key", "ships_by", "type", "date_time", "value", "2026-12-01T00:00:00Z");
        var set = fixture.data(operation("Mf"), Map.of("m", List.of(value))).path("metafieldsSet");
        assertThat(set.path("userErrors")).isEmpty();
        var read = fixture.data(
                "query($id: ID!) { order(id: $id) { metafield(key: \"ships_by\") { value compareDigest } } }",
                Map.of("id", id));
        assertThat(read.findValuesAsString("value")).containsExactly("2026-12-01T00:00:00Z");
        var invoice = fixture.data(operation("Invoice"), Map.of("id", id, "e", Map.of("to", "a@example.com")));
        assertThat(invoice.path("orderInvoiceSend").path("userErrors")).isEmpty();
    }

    @Test
    void an_app_without_the_owners_scope_may_not_tag_it() {
        var small = fixture.install("small", "read_orders");
        var answer =
                fixture.ask(small, operation("Tags"), Map.of("id", buy(1).id().gid(), "t", List.of("x")));
        assertThat(answer.path("errors").path(0).path("extensions").path("code").asString())
                .isEqualTo("ACCESS_DENIED");
    }

    @Test
    void orders_are_listed_by_status_and_change_and_old_ones_need_their_scope() {
        var old = buy(1);
        fixture.clock.advance(Duration.ofDays(61));
        var fresh = buy(1);
        var list = "query($q: String) { orders(first: 10, query: $q, sortKey: UPDATED_AT) { nodes { name } } }";
        assertThat(fixture.data(list, Map.of()).findValuesAsString("name")).containsExactly(old.name(), fresh.name());
        assertThat(fixture.data(list, Map.of("q", "created_at:>2027-01-01 status:open"))
                        .findValuesAsString("name"))
                .containsExactly(fresh.name());
        assertThat(fixture.data(list, Map.of("q", "financial_status:paid fulfillment_status:shipped"))
                        .findValuesAsString("name"))
                .isEmpty();
        var small = fixture.install("small", "read_orders");
        assertThat(fixture.ask(small, list, Map.of()).findValuesAsString("name"))
                .containsExactly(fresh.name());
        assertThat(fixture.ask(
                                small,
                                operation("OrderFull"),
                                Map.of("id", old.id().gid()))
                        .path("data")
                        .path("order")
                        .isNull())
                .isTrue();
    }

    @Test
    void fulfillment_orders_are_silently_missing_without_their_scope() {
        var order = buy(1);
        var small = fixture.install("small", "read_orders");
        var answer = fixture.ask(
                small,
                "query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { id } } } }",
                Map.of("id", order.id().gid()));
        assertThat(answer.has("errors")).isFalse();
        assertThat(answer.path("data").path("order").path("fulfillmentOrders").path("nodes"))
                .isEmpty();
    }

    private Order buy(int units) {
        return place(Cart.of(Cart.Line.of(bear.variants().getFirst(), units)));
    }

    private Order place(Cart cart) {
        var placed = fixture.shop.checkouts().place(cart);
        fixture.clock.advance(Duration.ofMinutes(1));
        return ((Placed) placed).order();
    }

    private Order after(Order order) {
        return fixture.shop.orders().all().find(order.id()).orElseThrow();
    }
}
