package dev.holdfast.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.Caller;
import dev.holdfast.simulator.Simulator;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.webhook.WebhookSubscription.Wanted;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The control API over real HTTP. */
class ControlTest {

    private static final String SHOP = "/simulator/shops/toys";
    private Simulator simulator;
    private Caller caller;
    private App app;

    @BeforeEach
    void open() throws IOException {
        simulator = Simulator.start(SimulatorSettings.usual());
        caller = new Caller(simulator.address().toString());
        app = simulator
                .apps()
                .register(AppSettings.custom(
                        "holdfast",
                        "hush",
                        URI.create("http://127.0.0.1:9"),
                        Scopes.parse("write_orders,write_products,write_inventory")));
        // Nobody listens on port 9: every delivery fails and is logged.
        simulator
                .webhooks()
                .subscriptions()
                .configure(app, List.of(Wanted.of("orders/create", URI.create("http://127.0.0.1:9/hooks"))));
        var made = caller.postJson(
                "/simulator/shops",
                Map.of(
                        "domain",
                        "toys.myshopify.com",
                        "seed",
                        5,
                        "demo",
                        true,
                        "install",
                        "holdfast",
                        "start",
                        "2026-11-22T10:00:00Z"));
        assertThat(made.status()).isEqualTo(201);
    }

    @Test
    void switches_are_read_and_changed_by_name() throws IOException {
        assertThat(caller.get(SHOP + "/switches")
                        .json()
                        .path("MOVE_BEFORE_STOCK")
                        .asBoolean())
                .isTrue();
        var changed = caller.postJson(SHOP + "/switches", Map.of("MOVE_BEFORE_STOCK", false, "routing", "PT2M"));
        assertThat(changed.json().path("MOVE_BEFORE_STOCK").asBoolean()).isFalse();
        assertThat(changed.json().path("routing").asString()).isEqualTo("PT2M");
        assertThat(changed.json().path("MOVE_WHILE_HELD").asBoolean()).isTrue();
        var wrong = caller.postJson(SHOP + "/switches", Map.of("MOVE_BEFORE_LUNCH", true));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("errors").asString()).startsWith("MOVE_BEFORE_LUNCH: not known here");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void a_seed_makes_the_same_shop() throws IOException {
        caller.postJson("/simulator/shops", Map.of("domain", "other.myshopify.com", "seed", 5, "demo", true));
        assertThat(skus("other")).isNotEmpty().isEqualTo(skus("toys"));
        assertThat(caller.get("/simulator/shops").json().path("shops")).hasSize(2);
    }

    @Test
    void shoppers_buy_and_the_truth_adds_up() throws IOException {
        var sold = post(SHOP + "/shoppers", Map.of("orders", 60, "at_once", 8, "seed", 3));
        int orders = sold.path("orders").asInt();
        assertThat(orders).isPositive();
        int refused =
                sold.path("refused").valueStream().mapToInt(JsonNode::asInt).sum();
        assertThat(orders + refused).isEqualTo(60);
        var truth = caller.get(SHOP).json();
        assertThat(truth.path("orders").asInt()).isEqualTo(orders);
        assertThat(truth.path("contradictions")).isEmpty();
        int inOrders = caller.get(SHOP + "/orders?limit=1000")
                .json()
                .path("orders")
                .valueStream()
                .flatMap(order -> order.path("line_items").valueStream())
                .mapToInt(line -> line.path("quantity").asInt())
                .sum();
        int inVariants = caller.get(SHOP + "/variants")
                .json()
                .path("variants")
                .valueStream()
                .mapToInt(variant -> variant.path("units_sold").asInt())
                .sum();
        assertThat(inVariants).isPositive().isEqualTo(inOrders);
        assertThat(caller.get(SHOP + "/ledger?limit=10000").json().path("ledger"))
                .isNotEmpty();
    }

    @Test
    void the_same_shoppers_one_by_one_buy_the_same() throws IOException {
        caller.postJson(
                "/simulator/shops",
                Map.of("domain", "other.myshopify.com", "seed", 5, "demo", true, "start", "2026-11-22T10:00:00Z"));
        post(SHOP + "/shoppers", Map.of("orders", 20, "seed", 3));
        post("/simulator/shops/other/shoppers", Map.of("orders", 20, "seed", 3));
        assertThat(amounts("other")).isNotEmpty().isEqualTo(amounts("toys"));
    }

    @Test
    void staff_counts_changes_policy_ships_and_cancels() throws IOException {
        var variant = caller.get(SHOP + "/variants").json().path("variants").get(0);
        long location = variant.path("levels").get(0).path("location_id").asLong();
        post(
                SHOP + "/staff",
                Map.of(
                        "do",
                        "count",
                        "item",
                        variant.path("inventory_item_id").asLong(),
                        "location",
                        location,
                        "quantity",
                        7));
        post(
                SHOP + "/staff",
                Map.of("do", "policy", "variant", variant.path("id").asLong(), "policy", "continue"));
        var after = caller.get(SHOP + "/variants").json().path("variants").get(0);
        assertThat(after.path("levels").get(0).path("available").asInt()).isEqualTo(7);
        assertThat(after.path("policy").asString()).isEqualTo("CONTINUE");

        post(SHOP + "/shoppers", Map.of("orders", 2, "seed", 1));
        post(SHOP + "/clock", Map.of("advance", "PT1M"));
        var orders = caller.get(SHOP + "/orders").json().path("orders");
        post(
                SHOP + "/staff",
                Map.of(
                        "do",
                        "cancel",
                        "order",
                        orders.get(0).path("admin_graphql_api_id").asString()));
        post(SHOP + "/clock", Map.of("advance", "PT1M"));
        var cancelled = caller.get(SHOP + "/orders").json().path("orders").get(0);
        assertThat(cancelled.path("cancelled_at").isNull()).isFalse();
        assertThat(cancelled.path("cancel_reason").asString()).isEqualTo("other");
    }

    @Test
    void staff_sells_at_a_counter_and_decides_on_returns() throws IOException {
        var variant = caller.get(SHOP + "/variants").json().path("variants").get(0);
        long location = variant.path("levels").get(0).path("location_id").asLong();
        post(
                SHOP + "/staff",
                Map.of("do", "sell", "variant", variant.path("id").asLong(), "location", location, "quantity", 2));
        post(SHOP + "/clock", Map.of("advance", "PT1M"));
        var order = caller.get(SHOP + "/orders").json().path("orders").get(0);
        assertThat(order.path("source_name").asString()).isEqualTo("pos");
        long id = order.path("id").asLong();
        assertThat(caller.postJson(SHOP + "/staff", Map.of("do", "ask_back", "order", id))
                        .status())
                .isEqualTo(422);
        post(SHOP + "/staff", Map.of("do", "fulfil", "order", id));
        post(SHOP + "/staff", Map.of("do", "ask_back", "order", id));
        var returns = simulator.shop("toys.myshopify.com").returns();
        long first = returns.all().all().findFirst().orElseThrow().id().number();
        post(SHOP + "/staff", Map.of("do", "decline_return", "return", first, "why", "Too late"));
        post(SHOP + "/staff", Map.of("do", "ask_back", "order", id));
        long second = returns.all()
                .all()
                .filter(each -> each.id().number() != first)
                .findFirst()
                .orElseThrow()
                .id()
                .number();
        post(SHOP + "/staff", Map.of("do", "approve_return", "return", second));
        assertThat(returns.all().all().map(each -> each.status().name())).containsExactly("DECLINED", "OPEN");
    }

    @Test
    void a_clock_moved_by_hand_brings_each_retry_at_its_time() throws IOException {
        post(SHOP + "/shoppers", Map.of("orders", 1, "seed", 3));
        var now = post(SHOP + "/clock", Map.of("advance", "PT4H"));
        assertThat(now.path("now").asString()).isEqualTo("2026-11-22T14:00:00Z");
        var deliveries = caller.get("/simulator/webhooks").json().path("deliveries");
        assertThat(deliveries.valueStream().map(each -> each.path("at").asString()))
                .containsExactly(
                        "2026-11-22T10:00:00Z",
                        "2026-11-22T10:01:00Z",
                        "2026-11-22T10:03:00Z",
                        "2026-11-22T10:08:00Z",
                        "2026-11-22T10:18:00Z",
                        "2026-11-22T10:38:00Z",
                        "2026-11-22T11:18:00Z",
                        "2026-11-22T12:18:00Z",
                        "2026-11-22T14:00:00Z");
        assertThat(deliveries.get(0).path("body").asString()).contains("\"line_items\"");
    }

    @Test
    void a_clock_that_runs_fast_is_advanced_all_the_same() throws IOException {
        post(SHOP + "/clock", Map.of("speed", 1_000_000));
        for (int i = 0; i < 20; i++) {
            post(SHOP + "/clock", Map.of("advance", "PT1S"));
        }
        post(SHOP + "/clock", Map.of("speed", 0));
    }

    @Test
    void faults_and_secrets_are_set_from_outside() throws IOException {
        post("/simulator/faults/webhooks", Map.of("dropped", 1000, "seed", 2));
        post(SHOP + "/shoppers", Map.of("orders", 1, "seed", 3));
        var dropped =
                caller.get("/simulator/webhooks").json().path("deliveries").get(0);
        assertThat(dropped.path("faults").get(0).asString()).isEqualTo("dropped");
        post("/simulator/apps/holdfast/secret", Map.of("secret", "louder"));
        assertThat(app.secret()).isEqualTo("louder");
        post("/simulator/faults/answers", Map.of("next", "server_error", "code", 502));
        assertThat(caller.get("/admin/anything").status()).isEqualTo(502);
        assertThat(caller.get("/admin/anything").status()).isEqualTo(404);
    }

    @Test
    void what_is_wrong_with_a_call_is_said_by_name() throws IOException {
        assertThat(refusal("/simulator/shops", Map.of("domain", "toys.myshopify.com")))
                .contains("already");
        assertThat(refusal("/simulator/shops", Map.of("domain", "Toys"))).contains("NAME.myshopify.com");
        assertThat(refusal(SHOP + "/shoppers", Map.of("order", 3))).contains("order: not known here");
        assertThat(refusal(SHOP + "/shoppers", Map.of("orders", 3, "at_once", 0)))
                .contains("1 at once");
        assertThat(refusal(SHOP + "/clock", Map.of("advance", "4 hours"))).contains("PT4H");
        assertThat(refusal(SHOP + "/clock", Map.of("advance_to", "2020-01-01T00:00:00Z")))
                .contains("already");
        assertThat(refusal(SHOP + "/staff", Map.of("do", "dance"))).contains("delete_location");
        assertThat(refusal("/simulator/faults/webhooks", Map.of("resent", 2000)))
                .contains("2000");
        assertThat(caller.get("/simulator/shops/nowhere").status()).isEqualTo(404);
    }

    private JsonNode post(String path, Map<String, ?> body) throws IOException {
        var got = caller.postJson(path, body);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got.json();
    }

    private String refusal(String path, Map<String, ?> body) throws IOException {
        var got = caller.postJson(path, body);
        assertThat(got.status()).isEqualTo(400);
        return got.json().path("errors").asString();
    }

    private List<String> skus(String shop) throws IOException {
        return caller.get("/simulator/shops/" + shop + "/variants")
                .json()
                .path("variants")
                .valueStream()
                .map(each ->
                        each.path("sku").asString() + each.path("levels").get(0).path("available"))
                .toList();
    }

    private List<String> amounts(String shop) throws IOException {
        return caller.get("/simulator/shops/" + shop + "/orders")
                .json()
                .path("orders")
                .valueStream()
                .map(each -> each.path("name").asString() + " "
                        + each.path("total_price").asString() + " "
                        + each.path("email").asString())
                .toList();
    }
}
