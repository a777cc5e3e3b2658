package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LimitsTest {
    private static final String MUTATION =
            "mutation { productDelete(input: {id: \"gid://shopify/Product/1\"}) { userErrors { field } } }";
    private ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void a_query_costs_by_the_page_size_it_asks_for_and_pays_for_what_it_got() {
        // The figures of a real shop for this document and a product it does not have.
        var answer = fixture.ask(
                "query($id: ID!) { product(id: $id) { variants(first: 250) { nodes { inventoryItem"
                        + " { id tracked } } } } }",
                Map.of("id", "gid://shopify/Product/1"));
        assertThat(cost(answer).path("requestedQueryCost").asInt()).isEqualTo(25);
        assertThat(cost(answer).path("actualQueryCost").asInt()).isEqualTo(1);
        assertThat(available(answer)).isEqualTo(1999);
    }

    @Test
    void a_page_pays_for_the_rows_in_it() {
        fixture.product("Bear", 3);
        var answer =
                fixture.ask("{ products(first: 100) { nodes { variants(first: 100) { nodes { id } } } } }", Map.of());
        assertThat(cost(answer).path("requestedQueryCost").asInt()).isEqualTo(2 + 9 * (1 + 2 + 9));
        assertThat(cost(answer).path("actualQueryCost").asInt()).isEqualTo(2 + 1 + 2 + 2);
    }

    @Test
    void a_mutation_costs_ten() {
        var answer = fixture.ask(
                MUTATION.replace("productDelete", "a: productDelete").replaceFirst("}$", "")
                        + " b: productDelete(input: {id: \"gid://shopify/Product/2\"}) { shop { name }"
                        + " userErrors { field } } }",
                Map.of());
        assertThat(cost(answer).path("requestedQueryCost").asInt()).isEqualTo(20);
        assertThat(cost(answer).path("actualQueryCost").asInt()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_connection_costs_by_the_logarithm_of_its_size_or_by_its_size(boolean logarithm) {
        fixture.shop.switches(Switches.usual().with(Switch.CONNECTIONS_COST_BY_LOGARITHM, logarithm));
        var answer = fixture.ask("{ products(first: 100) { nodes { id } } }", Map.of());
        assertThat(cost(answer).path("requestedQueryCost").asInt()).isEqualTo(2 + (logarithm ? 9 : 100));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_bucket_holds_twenty_or_ten_seconds_of_its_rate(boolean twenty) {
        fixture.shop.switches(Switches.usual().with(Switch.BUCKETS_HOLD_TWENTY_SECONDS, twenty));
        var throttle = cost(fixture.ask("{ shop { id } }", Map.of())).path("throttleStatus");
        assertThat(throttle.path("maximumAvailable").asInt()).isEqualTo(twenty ? 2000 : 1000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_numbers_of_the_bucket_have_a_decimal_point_or_not(boolean decimal) {
        fixture.shop.switches(Switches.usual().with(Switch.THROTTLE_NUMBERS_ARE_DECIMAL, decimal));
        var throttle = cost(fixture.ask("{ shop { id } }", Map.of())).path("throttleStatus");
        assertThat(throttle.path("restoreRate").toString()).isEqualTo(decimal ? "100.0" : "100");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_query_over_a_thousand_points_is_refused_or_runs_from_a_full_bucket(boolean refused) {
        fixture.shop.switches(Switches.usual()
                .with(Switch.CONNECTIONS_COST_BY_LOGARITHM, false)
                .with(Switch.LARGE_QUERIES_ARE_REFUSED, refused));
        var answer =
                fixture.ask("{ products(first: 150) { nodes { variants(first: 5) { nodes { id } } } } }", Map.of());
        if (!refused) {
            assertThat(answer.has("data")).isTrue();
            assertThat(cost(answer).path("requestedQueryCost").asInt()).isGreaterThan(1000);
            return;
        }
        var error = answer.path("errors").path(0);
        assertThat(error.path("extensions").path("code").asString()).isEqualTo("MAX_COST_EXCEEDED");
        assertThat(error.path("message").asString()).contains("exceeds the single query max cost limit (1000)");
    }

    @Test
    void an_empty_bucket_throttles_until_the_clock_has_filled_it() {
        JsonNode answer;
        int mutations = 0;
        do {
            answer = fixture.ask(MUTATION, Map.of());
            mutations++;
        } while (!answer.has("errors"));
        assertThat(mutations).isEqualTo(201);
        assertThat(answer.path("errors").path(0).path("extensions").path("code").asString())
                .isEqualTo("THROTTLED");
        assertThat(answer.has("data")).isFalse();
        assertThat(cost(answer).path("actualQueryCost").isNull()).isTrue();
        assertThat(available(answer)).isZero();
        fixture.clock.advance(Duration.ofMillis(500));
        assertThat(available(fixture.ask("{ shop { id } }", Map.of()))).isEqualTo(49);
    }

    @Test
    void each_app_has_its_own_bucket() {
        var other = fixture.install("other", "write_products");
        fixture.ask(MUTATION, Map.of());
        assertThat(available(fixture.ask(other, "{ shop { id } }", Map.of()))).isEqualTo(1999);
    }

    @Test
    void a_plan_gives_the_bucket_its_size() {
        fixture.close();
        fixture = new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
        var status = cost(fixture.ask("{ shop { id } }", Map.of())).path("throttleStatus");
        assertThat(status.path("restoreRate").asInt()).isEqualTo(2000);
        assertThat(status.path("maximumAvailable").asInt()).isEqualTo(40_000);
    }

    @Test
    void a_list_of_more_than_250_is_refused() {
        var ids = Collections.nCopies(251, "gid://shopify/Product/1");
        var answer = fixture.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", ids));
        assertThat(answer.path("errors").path(0).path("extensions").path("code").asString())
                .isEqualTo("MAX_INPUT_SIZE_EXCEEDED");
    }

    private static JsonNode cost(JsonNode answer) {
        return answer.path("extensions").path("cost");
    }

    private static int available(JsonNode answer) {
        return cost(answer).path("throttleStatus").path("currentlyAvailable").asInt();
    }
}
