package dev.holdfast.simulator.graphql;

import static dev.holdfast.simulator.ShopFixture.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk operations that do not begin. */
class BulkErrorsTest {
    private final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());

    @BeforeEach
    void five_queries_are_running() {
        var app = fixture.simulator.apps().find("holdfast").orElseThrow();
        var operations =
                fixture.simulator.admin().session(ShopFixture.DOMAIN, app).bulk();
        for (int i = 0; i < BulkOperations.AT_ONCE; i++) {
            assertThat(operations.begin(false, "q", fixture.clock.now())).isPresent();
        }
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_sixth_query_at_once_is_refused_with_one_of_two_codes(boolean inProgress) {
        fixture.shop.switches(Switches.usual().with(Switch.SIXTH_BULK_OPERATION_IS_IN_PROGRESS, inProgress));
        var answer = fixture.data(operation("Bulk"), Map.of("q", "{ products { nodes { id } } }"))
                .path("bulkOperationRunQuery");
        assertThat(answer.path("bulkOperation").isNull()).isTrue();
        assertThat(answer.path("userErrors").path(0).path("code").asString())
                .isEqualTo(inProgress ? "OPERATION_IN_PROGRESS" : "LIMIT_REACHED");
    }

    @Test
    void a_mutation_in_bulk_is_valid_and_a_mutation() {
        assertThat(mutationCode("mutation { nonsense }")).isEqualTo("INVALID_MUTATION");
        assertThat(mutationCode("{ shop { id } }")).isEqualTo("INVALID_MUTATION");
    }

    private String mutationCode(String mutation) {
        return fixture.data(
                        "mutation($m: String!) { bulkOperationRunMutation(mutation: $m, stagedUploadPath: \"tmp/none\")"
                                + " { userErrors { code } } }",
                        Map.of("m", mutation))
                .path("bulkOperationRunMutation")
                .path("userErrors")
                .path(0)
                .path("code")
                .asString();
    }
}
