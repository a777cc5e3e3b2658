package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.ApiVersion;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is in the schema and not simulated answers with an error that names it, or with the scope it would need. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotSimulatedTest {
    private final ShopFixture fixture =
            new ShopFixture(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void every_root_of_a_query_that_is_not_simulated_is_an_error_with_its_name() {
        var root = AdminApi.engine(ApiVersion.V2026_07).schema().getQueryType();
        var missing = missing(Objects.requireNonNull(root));
        assertThat(missing).hasSizeGreaterThan(50);
        assertThat(missing).allSatisfy(field -> named(field, "{ " + field.getName() + selection(field) + " }"));
    }

    @Test
    void every_field_of_a_product_that_is_not_simulated_is_an_error_with_its_name() {
        var id = fixture.product("Bear", 1).id().gid();
        var type = AdminApi.engine(ApiVersion.V2026_07).schema().getObjectType("Product");
        var missing = missing(Objects.requireNonNull(type));
        assertThat(missing).hasSizeGreaterThan(10);
        assertThat(missing)
                .allSatisfy(field -> named(
                        field, "{ product(id: \"%s\") { %s%s } }".formatted(id, field.getName(), selection(field))));
    }

    private void named(GraphQLFieldDefinition field, String document) {
        var answer = fixture.ask(document, Map.of());
        assertThat(answer.path("errors").findValuesAsString("message"))
                .as(document)
                .isNotEmpty()
                .allMatch(message -> message.contains(field.getName()));
        assertThat(answer.toString())
                .contains("\"code\":")
                .containsPattern("NOT_IMPLEMENTED_BY_SIMULATOR|ACCESS_DENIED");
    }

    /** Those that can be asked without arguments. */
    private static List<GraphQLFieldDefinition> missing(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream()
                .filter(field -> AllFields.table().find(type.getName(), field.getName()) == null)
                .filter(field -> SharedFields.find(type.getName(), field.getName()) == null)
                .filter(field -> field.getArguments().stream()
                        .noneMatch(each -> GraphQLTypeUtil.isNonNull(each.getType()) && !each.hasSetDefaultValue()))
                .toList();
    }

    private static String selection(GraphQLFieldDefinition field) {
        var type = GraphQLTypeUtil.unwrapAll(field.getType());
        boolean pages = type.getName().endsWith("Connection");
        var page = pages ? "(first: 1)" : "";
        return type instanceof GraphQLCompositeType ? page + " { __typename }" : "";
    }
}
