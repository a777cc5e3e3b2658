package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.json;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Cart;
import dev.holdfast.simulator.shop.CheckoutResult.Placed;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What Shopify refuses of refunds, cancellations, edits, returns, deferred payments and metafields. */
class MoneyErrorsTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
    private final Product bear = fixture.product("Bear", 2);
    private int keys;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Quantity cannot refund more items than were purchased | {"lineItemId": "LINE", "quantity": 3, "restockType": "NO_RESTOCK"} |
            Quantity cannot return more items than were fulfilled | {"lineItemId": "LINE", "quantity": 1, "restockType": "RETURN"} |
            Line item does not exist | {"lineItemId": "gid://shopify/LineItem/1", "quantity": 1, "restockType": "NO_RESTOCK"} |
            Refund amount €100.00 is greater than net payment received €44.98 | | {"orderId": "ORDER", "parentId": "PAID", "kind": "REFUND", "gateway": "shopify_payments", "amount": "100.00"}
            Transactions require a parent_id associated with the order | | {"orderId": "ORDER", "parentId": "gid://shopify/OrderTransaction/1", "kind": "REFUND", "gateway": "shopify_payments", "amount": "1.00"}
            Kind sale is not a valid transaction | | {"orderId": "ORDER", "parentId": "PAID", "kind": "SALE", "gateway": "shopify_payments", "amount": "1.00"}
            """)
    void no_more_is_given_back_than_was_sold_and_paid(String message, String line, String transaction) {
        var order = buy(2);
        var refused = refund(order, Objects.requireNonNullElse(line, ""), Objects.requireNonNullElse(transaction, ""));
        assertThat(refused.path("userErrors").path(0).path("message").asString())
                .isEqualTo(message);
        assertThat(refused.path("refund").isNull()).isTrue();
        assertThat(after(order).accounts().net()).isEqualTo(order.accounts().net());
    }

    @Test
    void an_order_is_cancelled_once_and_not_with_parcels_under_way() {
        var order = buy(1);
        assertThat(code(cancel("gid://shopify/Order/1"), "orderCancelUserErrors"))
                .isEqualTo("NOT_FOUND");
        assertThat(cancel(order.id().gid()).path("orderCancelUserErrors")).isEmpty();
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(code(cancel(order.id().gid()), "orderCancelUserErrors")).isEqualTo("INVALID");
        var shipped = buy(1);
        fixture.shop.staff().shipAll(shipped.id());
        assertThat(code(cancel(shipped.id().gid()), "orderCancelUserErrors")).isEqualTo("INVALID");
    }

    @Test
    void an_edit_needs_an_order_and_a_variant_and_lowers_a_pre_order_only() {
        assertThat(begin("gid://shopify/Order/1").path("userErrors")).isNotEmpty();
        var order = preOrder();
        var edit = begin(order.id().gid()).path("calculatedOrder");
        var id = edit.path("id").asString();
        var line = edit.path("lineItems").path("nodes").path(0).path("id").asString();
        assertThat(send("EditQty", "{\"id\": \"%s\", \"l\": \"%s\", \"q\": 2}".formatted(id, line))
                        .path("orderEditSetQuantity")
                        .path("userErrors"))
                .isNotEmpty();
        assertThat(send(
                                "EditAdd",
                                "{\"id\": \"%s\", \"v\": \"gid://shopify/ProductVariant/1\", \"q\": 1}".formatted(id))
                        .findValuesAsString("message"))
                .containsExactly("The variant does not exist in the shop.");
        assertThat(send("EditQty", "{\"id\": \"%s\", \"l\": \"%s\", \"q\": 0}".formatted(id, line))
                        .path("orderEditSetQuantity")
                        .path("userErrors"))
                .isEmpty();
    }

    @Test
    void a_balance_is_charged_to_its_own_mandate_for_what_is_owed_and_captured_when_due() {
        var order = preOrder();
        var mandate = order.mandates().getFirst().id().gid();
        var schedule = Objects.requireNonNull(order.terms())
                .schedules()
                .getFirst()
                .id()
                .gid();
        assertThat(pay("gid://shopify/Order/1", mandate, "a")).isEqualTo("ORDER_MANDATE_PAYMENT_ERROR_CODE");
        assertThat(pay(order.id().gid(), "gid://shopify/PaymentMandate/1", "b"))
                .isEqualTo("ORDER_MANDATE_PAYMENT_ERROR_CODE");
        assertThat(capture("gid://shopify/PaymentSchedule/1")).isEqualTo("PAYMENT_SCHEDULE_CAPTURE_ERROR_CODE");
        assertThat(capture(schedule)).isEqualTo("PAYMENT_SCHEDULE_CAPTURE_ERROR_CODE");
        assertThat(pay(order.id().gid(), mandate, "c")).isEmpty();
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(pay(order.id().gid(), mandate, "d")).isEqualTo("ORDER_MANDATE_PAYMENT_ERROR_CODE");
        assertThat(send("TermsUpdate", """
                        {"input": {"paymentTermsId": "gid://shopify/PaymentTerms/1", "paymentTermsAttributes": {}}}""").findValuesAsString("code"))
                .containsExactly("PAYMENT_TERMS_UPDATE_UNSUCCESSFUL");
    }

    @Test
    void only_what_was_shipped_comes_back() {
        var order = buy(1);
        var line = """
                {"fulfillmentLineItemId": "gid://shopify/FulfillmentLineItem/1", "quantity": 1, "returnReason": "UNWANTED"}""";
        var asked = "{\"r\": {\"orderId\": \"%s\", \"returnLineItems\": [%s]}}";
        assertThat(send("ReturnMake", asked.formatted(order.id().gid(), line)).findValuesAsString("code"))
                .containsExactly("NOT_FOUND");
        assertThat(send("ReturnMake", asked.formatted("gid://shopify/Order/1", line))
                        .findValuesAsString("code"))
                .containsExactly("NOT_FOUND");
        assertThat(send("ReturnMake", asked.formatted(order.id().gid(), "")).findValuesAsString("code"))
                .containsExactly("BLANK");
    }

    @Test
    void metafields_are_set_all_or_none_against_what_was_read_and_25_at_most() {
        var order = buy(1).id().gid();
        var good = field(order, "eta", "\"2026-12-01\"", "");
        assertThat(set(good + "," + field(order, "eta2", "\"soon\"", "")).findValuesAsString("code"))
                .containsExactly("INVALID_VALUE");
        assertThat(set(good + "," + field("gid://shopify/Order/1", "eta", "\"2026-12-01\"", ""))
                        .path("userErrors"))
                .isNotEmpty();
        assertThat(fixture.data(
                                "query($id: ID!) { order(id: $id) { metafields(first: 5) { nodes { key } } } }",
                                json("""
                        {"id": "%s"}""".formatted(order)))
                        .findValuesAsString("key"))
                .isEmpty();
        assertThat(set(good).path("userErrors")).isEmpty();
        assertThat(set(field(order, "eta", "\"2026-12-02\"", ", \"compareDigest\": \"%s\"".formatted("0".repeat(64))))
                        .findValuesAsString("code"))
                .containsExactly("STALE_OBJECT");
        var many = String.join(",", Collections.nCopies(26, good));
        assertThat(set(many).findValuesAsString("code")).containsExactly("LESS_THAN_OR_EQUAL_TO");
    }

    private JsonNode set(String fields) {
        return send("Mf", "{\"m\": [%s]}".formatted(fields)).path("metafieldsSet");
    }

    private static String field(String owner, String key, String value, String more) {
        return "{\"ownerId\": \"%s\", \"namespace\": \"$app\", \"key\": \"%s\", \"type\": \"date\", \"value\": %s%s}"
                .formatted(owner, key, value, more);
    }

    private String pay(String order, String mandate, String key) {
        return code(
                send("MandatePay", """
                        {"id": "%s", "mandate": "%s", "key": "%s"}""".formatted(order, mandate, key)).path("orderCreateMandatePayment"), "userErrors");
    }

    private String capture(String schedule) {
        return code(
                send("ScheduleCapture", "{\"id\": \"%s\"}".formatted(schedule)).path("paymentScheduleCapture"),
                "userErrors");
    }

    private JsonNode cancel(String order) {
        return send("Cancel", """
                {"id": "%s", "reason": "CUSTOMER", "restock": true}""".formatted(order)).path("orderCancel");
    }

    private JsonNode begin(String order) {
        return send("EditBegin", "{\"id\": \"%s\"}".formatted(order)).path("orderEditBegin");
    }

    private JsonNode refund(Order order, String line, String transaction) {
        var text = """
                {"key": "k%d", "input": {"orderId": "ORDER", "refundLineItems": [%s], "transactions": [%s]}}""".formatted(keys++, line, transaction)
                .replace("ORDER", order.id().gid())
                .replace("LINE", order.lines().getFirst().id().gid())
                .replace("PAID", order.transactions().getFirst().id().gid());
        return send("Refund", text).path("refundCreate");
    }

    private JsonNode send(String operation, String variables) {
        return fixture.data(operation(operation), json(variables));
    }

    private static String code(JsonNode payload, String errors) {
        return payload.path(errors).path(0).path("code").asString("");
    }

    private Order after(Order order) {
        return fixture.shop.orders().all().find(order.id()).orElseThrow();
    }

    private Order buy(int units) {
        return place(Cart.of(Cart.Line.of(bear.variants().getFirst(), units)));
    }

    private Order preOrder() {
        var variant = bear.variants().getLast();
        var plans = fixture.shop.sellingPlans().groups().find(OrderStories.depositPlan(fixture, variant));
        return place(Cart.of(
                Cart.Line.of(variant, 1, plans.orElseThrow().plans().getFirst().id())));
    }

    private Order place(Cart cart) {
        var placed = (Placed) fixture.shop.checkouts().place(cart);
        fixture.clock.advance(Duration.ofMinutes(1));
        return after(placed.order());
    }
}
