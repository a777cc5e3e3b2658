package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What each field adds to the cost of a document, and where Shopify may count otherwise. */
class CostFieldsTest {
    private static final String PRODUCTS = "{ products(first: 10) { nodes { id title } } }";

    private final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());
    private final String token = fixture.install("curious", "read_products,write_orders");

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** The form of a real shop's answer (Shopify/shopify-api-js, issue 602), whose connections were linear then. */
    @Test
    void each_field_comes_after_what_is_under_it_with_its_share() {
        fixture.shop.switches(Switches.usual().with(Switch.CONNECTIONS_COST_BY_LOGARITHM, false));
        assertThat(fields(PRODUCTS))
                .containsExactly(
                        "products.nodes.id 0 0 null",
                        "products.nodes.title 0 0 null",
                        "products.nodes 1 1 0",
                        "products null 12 1");
    }

    /** The figures of Shopify's page on limits: an object of 1 with children of 100 is 101. */
    @Test
    void an_object_is_one_and_its_children() {
        assertThat(fields("{ a: product(id: \"gid://shopify/Product/1\") { ... on Node { id } seo { title } } }"))
                .containsExactlyInAnyOrder("a.id 0 0 null", "a.seo.title 0 0 null", "a.seo 1 1 0", "a 1 2 1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_header_is_heard_or_not(boolean heard) {
        fixture.shop.switches(Switches.usual().with(Switch.COST_IS_SHOWN_BY_FIELD, heard));
        assertThat(cost(PRODUCTS, "1").has("fields")).isEqualTo(heard);
        assertThat(cost(PRODUCTS, "0").has("fields")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_mutation_costs_what_it_returns_too_or_ten_alone(boolean more) {
        fixture.shop.switches(Switches.usual().with(Switch.MUTATIONS_COST_WHAT_THEY_RETURN, more));
        var document = "mutation { tagsAdd(id: \"gid://shopify/Order/1\", tags: [\"x\"])"
                + " { node { id } userErrors { field } } }";
        assertThat(fields(document)).contains(more ? "tagsAdd 10 12 2" : "tagsAdd 10 10 0");
        var cost = cost(document, "1");
        assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(more ? 12 : 10);
        // No such order: the node is null, and the list of errors is paid.
        assertThat(cost.path("actualQueryCost").asInt()).isEqualTo(more ? 12 : 10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nodes_are_paid_for_each_id_or_once(boolean each) {
        fixture.shop.switches(Switches.usual().with(Switch.NODES_COST_BY_ID, each));
        var document = "{ nodes(ids: [\"gid://shopify/Order/1\", \"gid://shopify/Order/2\"])"
                + " { ... on Order { id lineItems(first: 2) { nodes { id } } } } }";
        var cost = cost(document, "1");
        assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(each ? 8 : 4);
        assertThat(cost.path("actualQueryCost").asInt()).as("neither is there").isEqualTo(each ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_amount_of_money_costs_nothing_or_a_point(boolean free) {
        fixture.shop.switches(Switches.usual().with(Switch.VALUE_OBJECTS_COST_NOTHING, free));
        var document = "{ order(id: \"gid://shopify/Order/1\") { totalPriceSet { shopMoney { amount } } } }";
        assertThat(fields(document))
                .contains(
                        free ? "order.totalPriceSet.shopMoney 0 0 0" : "order.totalPriceSet.shopMoney 1 1 0",
                        free ? "order 1 1 0" : "order 1 3 2");
        assertThat(cost(document, "1").path("requestedQueryCost").asInt()).isEqualTo(free ? 1 : 3);
    }

    /** As {@code path definedCost requestedTotalCost requestedChildrenCost}. */
    private List<String> fields(String document) {
        return cost(document, "1")
                .path("fields")
                .valueStream()
                .map(field -> String.join(".", ShopFixture.texts(field.path("path"))) + " " + field.get("definedCost")
                        + " " + field.get("requestedTotalCost") + " " + field.get("requestedChildrenCost"))
                .toList();
    }

    private JsonNode cost(String document, String debug) {
        var answer = fixture.post(
                "/admin/api/2026-07/graphql.json",
                Map.of("query", document),
                "X-Shopify-Access-Token",
                token,
                "Shopify-GraphQL-Cost-Debug",
                debug);
        return answer.json().path("extensions").path("cost");
    }
}
