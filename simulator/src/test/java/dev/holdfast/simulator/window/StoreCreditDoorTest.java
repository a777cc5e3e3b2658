package dev.holdfast.simulator.window;

import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.Customers.NewCustomer;
import dev.holdfast.simulator.shop.state.Id.CustomerId;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.StoreCreditAccount;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Store credit given by staff, spent on the page of checkout, and given back by an app. */
class StoreCreditDoorTest {
    private static final String STAFF = "/simulator/shops/toys/staff";

    private final WindowFixture window = new WindowFixture();
    private final CustomerId ada = window.shop
            .customers()
            .create(NewCustomer.named("Ada", "Amber", "ada@example.com"))
            .id();

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void credit_is_spent_first_and_comes_back_by_its_own_transaction() throws IOException {
        give(1500);
        var kite = window.kite(3);
        window.buyer.send("/cart/add", "id", kite.id().number(), "quantity", 1);
        assertThat(window.buyer.get("/checkout").body()).contains("Use my store credit first");

        assertThat(window.buyer.pay("card", "1", "store_credit", "1").body())
                .containsPattern("Paid</dt><dd>€25.00</dd>\\s*<dt>Of it by store credit</dt><dd>€15.00</dd>");

        Order order = window.orders().getFirst();
        assertThat(balances()).containsExactly(0L);
        JsonNode paid = transactions(order);
        assertThat(told(paid)).containsExactly("shopify_store_credit SALE 15.00", "shopify_payments SALE 10.00");

        var back = paid.path(0);
        var input = Map.of(
                "orderId",
                order.id().gid(),
                "transactions",
                List.of(Map.of(
                        "orderId",
                        order.id().gid(),
                        "parentId",
                        back.path("id").asString(),
                        "gateway",
                        back.path("gateway").asString(),
                        "kind",
                        "REFUND",
                        "amount",
                        "15.00")));
        var refunded = window.fixture.data(operation("Refund"), Map.of("input", input, "key", "r1"));
        assertThat(refunded.path("refundCreate").path("userErrors")).isEmpty();
        assertThat(balances()).containsExactly(1500L);
        assertThat(told(transactions(order))).contains("shopify_store_credit REFUND 15.00");
    }

    @Test
    void who_does_not_ask_for_it_keeps_the_credit() throws IOException {
        give(1500);
        window.buyer.send("/cart/add", "id", window.kite(3).id().number(), "quantity", 1);
        assertThat(window.buyer.pay("card", "1").body()).doesNotContain("Of it by store credit");
        assertThat(balances()).containsExactly(1500L);
        assertThat(told(transactions(window.orders().getFirst()))).containsExactly("shopify_payments SALE 25.00");
    }

    @Test
    void what_is_sold_with_a_plan_is_not_offered_for_credit() throws IOException {
        var train = window.train();
        var plan = window.deposit("Deposit", train);
        window.buyer.send("/cart/add", "id", train.id().number(), "quantity", 1, "selling_plan", plan.number());
        assertThat(window.buyer.get("/checkout").body())
                .contains("Due today")
                .doesNotContain("Use my store credit first");
    }

    @Test
    void credit_of_nothing_is_refused() throws IOException {
        var refused = window.fixture.caller.postJson(
                STAFF, Map.of("do", "store_credit", "customer", ada.number(), "amount", 0));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").asString()).contains("NEGATIVE_OR_ZERO_AMOUNT");
    }

    private void give(long minor) throws IOException {
        var given = Map.of("do", "store_credit", "customer", ada.number(), "amount", minor);
        assertThat(window.fixture.caller.postJson(STAFF, given).status()).isEqualTo(200);
    }

    private List<Long> balances() {
        return window.shop.customers().creditAccountsOf(ada).stream()
                .map(StoreCreditAccount::balanceMinor)
                .toList();
    }

    private JsonNode transactions(Order order) {
        return window.fixture
                .data(
                        "query($id: ID!) { order(id: $id) { transactions { id gateway kind amountSet { shopMoney { amount } } } } }",
                        Map.of("id", order.id().gid()))
                .path("order")
                .path("transactions");
    }

    private static List<String> told(JsonNode transactions) {
        return transactions
                .valueStream()
                .map(each -> "%s %s %s"
                        .formatted(
                                each.path("gateway").asString(),
                                each.path("kind").asString(),
                                each.path("amountSet")
                                        .path("shopMoney")
                                        .path("amount")
                                        .asString()))
                .toList();
    }
}
