package dev.holdfast.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.shop.Switches;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoverageTest {
    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void every_field_the_product_uses_is_simulated(ApiVersion version) throws IOException {
        var engine = AdminApi.engine(version);
        var prepared = engine.prepare(operations());
        assertThat(prepared.errors()).isEmpty();
        var document = Objects.requireNonNull(prepared.entry().getDocument());
        var missing = new TreeSet<String>();
        for (var operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            var root = operation.getOperation() == OperationDefinition.Operation.MUTATION
                    ? engine.schema().getMutationType()
                    : engine.schema().getQueryType();
            collect(Objects.requireNonNull(root), operation.getSelectionSet(), missing);
        }
        assertThat(missing).isEmpty();
    }

    /** The product's documents have no fragments yet; one would fail here. */
    private static void collect(GraphQLType type, SelectionSet selections, Set<String> missing) {
        for (Object selection : selections.getSelections()) {
            var field = (Field) selection;
            if (field.getName().startsWith("__")) {
                continue;
            }
            var object = (GraphQLObjectType) type;
            if (AllFields.table().find(object.getName(), field.getName()) == null
                    && SharedFields.find(object.getName(), field.getName()) == null) {
                missing.add(object.getName() + "." + field.getName());
            }
            if (field.getSelectionSet() != null) {
                var definition = Objects.requireNonNull(object.getFieldDefinition(field.getName()));
                collect(GraphQLTypeUtil.unwrapAll(definition.getType()), field.getSelectionSet(), missing);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void every_simulated_field_is_in_the_schema(ApiVersion version) {
        var schema = AdminApi.engine(version).schema();
        var unknown = new TreeSet<String>();
        for (var name : AllFields.table().names()) {
            var parts = name.split("\\.", 2);
            if (!(schema.getType(parts[0]) instanceof GraphQLObjectType type)
                    || type.getFieldDefinition(parts[1]) == null) {
                unknown.add(name);
            }
        }
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void no_operation_of_the_product_asks_for_more_than_a_thousand_points(ApiVersion version) throws IOException {
        for (var operation : AdminApi.engine(version).prepare(operations()).operations()) {
            for (var pricing : List.of(Pricing.of(Switches.usual()), new Pricing(true, false, true, true))) {
                assertThat(operation.cost().requested(Map.of(), pricing))
                        .as(operation.definition().getName())
                        .isBetween(1, PlanLimits.MAX_QUERY_COST);
            }
        }
    }

    private static String operations() throws IOException {
        try (var in = Objects.requireNonNull(CoverageTest.class.getResourceAsStream("/shopify/operations.graphql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
