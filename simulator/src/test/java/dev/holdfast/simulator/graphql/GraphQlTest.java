package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.map;
import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GraphQlTest {
    private final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void the_shop_answers_who_it_is_and_what_the_app_may_do() {
        var data = fixture.data(operation("Me"), Map.of());
        assertThat(data.path("shop").path("myshopifyDomain").asString()).isEqualTo(ShopFixture.DOMAIN);
        assertThat(data.path("shop").path("plan").path("publicDisplayName").asString())
                .isEqualTo("Basic");
        assertThat(data.path("currentAppInstallation").path("accessScopes").findValuesAsString("handle"))
                .contains("write_orders", "read_orders");
    }

    @Test
    void a_call_without_a_token_or_with_a_wrong_one_is_refused() {
        var path = "/admin/api/2026-07/graphql.json";
        var body = Map.of("query", "{ shop { id } }");
        assertThat(fixture.post(path, body).status()).isEqualTo(401);
        var wrong = fixture.post(path, body, "X-Shopify-Access-Token", "shpat_x");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().path("errors").asString()).startsWith("[API] Invalid API key or access token");
    }

    @Test
    void an_unknown_version_or_shop_is_not_found() {
        var body = Map.of("query", "{ shop { id } }");
        assertThat(fixture.post("/admin/api/2020-01/graphql.json", body).status())
                .isEqualTo(404);
        assertThat(fixture.post("/shops/nobody/admin/api/2026-07/graphql.json", body)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_document_the_schema_does_not_allow_is_refused() {
        for (var bad : new String[] {
            "{ shop { colour } }",
            "{ shop { id }",
            "{ shop }",
            "query($x: Int!) { product(id: $x) { id } }",
            "{ product { id } }",
            "mutation { inventorySetScheduledChanges(input: {}) { userErrors { message } } }"
        }) {
            var answer = fixture.ask(bad, Map.of());
            assertThat(answer.has("data")).as(bad).isFalse();
            assertThat(answer.path("errors").path(0).path("message").asString())
                    .as(bad)
                    .isNotBlank();
        }
    }

    @Test
    void a_variable_of_the_wrong_kind_is_refused() {
        var answer = fixture.ask(
                "mutation($id: ID!, $at: DateTime!) { fulfillmentOrderReschedule(id: $id, fulfillAt: $at)"
                        + " { userErrors { message } } }",
                Map.of("id", "gid://shopify/FulfillmentOrder/1", "at", "tomorrow"));
        assertThat(answer.path("errors").path(0).path("message").asString()).contains("DateTime");
    }

    @Test
    void what_is_not_simulated_is_named_and_never_invented() {
        var answer = fixture.ask("{ shop { id email } }", Map.of());
        var error = answer.path("errors").path(0);
        assertThat(error.path("message").asString()).isEqualTo("The simulator does not implement Shop.email");
        assertThat(error.path("path")).hasToString("[\"shop\",\"email\"]");
        var input = fixture.ask(
                "mutation($p: ProductUpdateInput!) { productUpdate(product: $p) { product { id } } }",
                Map.of("p", Map.of("id", fixture.product("Bear", 1).id().gid(), "vendor", "x")));
        assertThat(input.path("errors").path(0).path("message").asString())
                .isEqualTo("The simulator does not implement ProductUpdateInput.vendor");
    }

    @Test
    void a_missing_scope_is_denied_by_name() {
        var token = fixture.install("small", "read_inventory");
        var answer = fixture.ask(token, "{ products(first: 1) { nodes { id } } }", Map.of());
        var error = answer.path("errors").path(0);
        assertThat(error.path("message").asString())
                .isEqualTo("Access denied for products field. Required access: `read_products` access scope.");
        assertThat(error.path("extensions").path("code").asString()).isEqualTo("ACCESS_DENIED");
        assertThat(fixture.ask(token, operation("InventoryProps"), Map.of()).has("errors"))
                .isFalse();
    }

    @Test
    void pages_go_forward_and_backward_without_loss() {
        for (int i = 0; i < 7; i++) {
            fixture.product("Toy " + i, 1);
        }
        var forward = "query($after: String) { products(first: 3, after: $after) { nodes { title }"
                + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";
        var first = fixture.data(forward, Map.of()).path("products");
        assertThat(titles(first)).containsExactly("Toy 0", "Toy 1", "Toy 2");
        assertThat(first.path("pageInfo").path("hasPreviousPage").asBoolean()).isFalse();
        var second = fixture.data(forward, Map.of("after", end(first))).path("products");
        assertThat(titles(second)).containsExactly("Toy 3", "Toy 4", "Toy 5");
        var last = fixture.data(forward, Map.of("after", end(second))).path("products");
        assertThat(titles(last)).containsExactly("Toy 6");
        assertThat(last.path("pageInfo").path("hasNextPage").asBoolean()).isFalse();
        var back = fixture.data(
                        "query($b: String) { products(last: 2, before: $b) { edges { cursor node { title } }"
                                + " pageInfo { hasNextPage hasPreviousPage } } }",
                        Map.of("b", end(last)))
                .path("products");
        assertThat(back.path("edges").findValuesAsString("title")).containsExactly("Toy 4", "Toy 5");
        assertThat(back.path("pageInfo").path("hasPreviousPage").asBoolean()).isTrue();
    }

    @Test
    void nested_pages_keep_their_place_too() {
        var id = fixture.product("Bear", 5).id().gid();
        var document = "query($id: ID!, $after: String) { product(id: $id) { variants(first: 2, after: $after)"
                + " { nodes { sku } pageInfo { hasNextPage endCursor } } } }";
        var first = fixture.data(document, Map.of("id", id)).path("product").path("variants");
        assertThat(first.findValuesAsString("sku")).containsExactly("Bear-0", "Bear-1");
        var second = fixture.data(document, Map.of("id", id, "after", end(first)))
                .path("product")
                .path("variants");
        assertThat(second.findValuesAsString("sku")).containsExactly("Bear-2", "Bear-3");
    }

    @Test
    void lists_are_searched_in_shopifys_words() {
        fixture.product("Bear", 2);
        fixture.clock.advance(Duration.ofHours(1));
        fixture.product("Car", 1);
        var document = "query($q: String!) { productVariants(first: 10, query: $q) { nodes { sku } } }";
        assertThat(skus(document, "sku:bear-1")).containsExactly("Bear-1");
        assertThat(skus(document, "sku:Bear* AND NOT sku:Bear-0")).containsExactly("Bear-1");
        assertThat(skus(document, "(sku:Bear-0 OR sku:'Car-0') sku:*")).containsExactly("Bear-0", "Car-0");
        assertThat(skus(document, "updated_at:>'2026-11-22T10:30:00Z'")).containsExactly("Car-0");
        assertThat(skus(document, "-updated_at:>2026-11-22T10:30:00Z sku:Bear-0"))
                .containsExactly("Bear-0");
        var unknown = fixture.ask(document, Map.of("q", "colour:red"));
        assertThat(unknown.path("errors").path(0).path("message").asString())
                .isEqualTo("The simulator does not implement the filter colour");
    }

    @Test
    void the_order_of_change_is_a_sort_key() {
        var bear = fixture.product("Bear", 1);
        fixture.product("Car", 1);
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.data(
                "mutation($p: ProductUpdateInput!) { productUpdate(product: $p) { product { id } } }",
                Map.of("p", Map.of("id", bear.id().gid(), "tags", List.of("new"))));
        var document =
                "query($r: Boolean) { products(first: 5, sortKey: UPDATED_AT, reverse: $r) { nodes { title } } }";
        assertThat(titles(fixture.data(document, Map.of("r", false)).path("products")))
                .containsExactly("Car", "Bear");
        assertThat(titles(fixture.data(document, Map.of("r", true)).path("products")))
                .containsExactly("Bear", "Car");
    }

    @Test
    void a_node_is_found_by_id_whatever_it_is() {
        var product = fixture.product("Bear", 1);
        var variant = product.variants().getFirst().gid();
        var data = fixture.data(
                "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Product { title } } }",
                map("ids", List.of(product.id().gid(), variant, "gid://shopify/Product/1")));
        assertThat(data.path("nodes").findValuesAsString("__typename")).containsExactly("Product", "ProductVariant");
        assertThat(data.path("nodes").path(2).isNull()).isTrue();
        assertThat(fixture.ask("{ node(id: \"x\") { id } }", Map.of())
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asString())
                .isEqualTo("Invalid global id 'x'");
    }

    @Test
    void the_next_version_is_served_beside_this_one() {
        var token = fixture.install("other", "read_products");
        var got = fixture.post(
                "/admin/api/2026-10/graphql.json",
                Map.of("query", "{ shop { name } }"),
                "X-Shopify-Access-Token",
                token);
        assertThat(got.json().path("data").path("shop").path("name").asString()).isEqualTo("toys");
    }

    private List<String> skus(String document, String query) {
        return fixture.data(document, Map.of("q", query)).findValuesAsString("sku");
    }

    private static List<String> titles(JsonNode connection) {
        return connection.findValuesAsString("title");
    }

    private static String end(JsonNode connection) {
        return connection.path("pageInfo").path("endCursor").asString();
    }
}
