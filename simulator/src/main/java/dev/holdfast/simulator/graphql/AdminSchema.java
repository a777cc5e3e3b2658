package dev.holdfast.simulator.graphql;

import graphql.TypeResolutionEnvironment;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FastSchemaGenerator;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeUtil;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the executable schema of one version: what is in the table answers, all else says that it is not simulated. */
final class AdminSchema {
    // Shopify leaves fulfillment orders out of an order, without a word, for an app that lacks the scopes.
    private static final String SILENT = "Order.fulfillmentOrders";

    private AdminSchema() {}

    static GraphQLSchema of(Introspection introspection, FieldTable table) {
        var definition = new IntrospectionResultToSchema().createSchemaDefinition(introspection.data());
        var wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new Wiring(introspection, table))
                .build();
        var options = SchemaGenerator.Options.defaultOptions()
                .captureAstDefinitions(false)
                .withValidation(false);
        return new FastSchemaGenerator()
                .makeExecutableSchema(options, new SchemaParser().buildRegistry(definition), wiring);
    }

    private record Wiring(Introspection introspection, FieldTable table) implements WiringFactory {
        @Override
        public boolean providesScalar(ScalarWiringEnvironment environment) {
            return !ScalarInfo.isGraphqlSpecifiedScalar(
                    environment.getScalarTypeDefinition().getName());
        }

        @Override
        public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
            return Scalars.of(environment.getScalarTypeDefinition().getName());
        }

        @Override
        public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
            return this::resolve;
        }

        @Override
        public boolean providesTypeResolver(UnionWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
            return this::resolve;
        }

        @Override
        public boolean providesDataFetcher(FieldWiringEnvironment environment) {
            return true;
        }

        @Override
        public DataFetcher<?> getDataFetcher(FieldWiringEnvironment environment) {
            var type = environment.getParentType().getName();
            var field = environment.getFieldDefinition().getName();
            var own = table.find(type, field);
            var found = own != null ? own : SharedFields.find(type, field);
            if (found == null) {
                var name = type + "." + field;
                return ignored -> {
                    throw FieldError.notImplemented(name);
                };
            }
            return guarded(environment, type, field, found);
        }

        private DataFetcher<?> guarded(
                FieldWiringEnvironment environment, String type, String field, DataFetcher<?> fetcher) {
            var returned = TypeUtil.unwrapAll(environment.getFieldDefinition().getType())
                    .getName();
            if (type.endsWith("Connection") || type.endsWith("Edge") || SILENT.equals(type + "." + field)) {
                return fetcher;
            }
            var node = returned.endsWith("Connection")
                    ? returned.substring(0, returned.length() - "Connection".length())
                    : returned;
            var rules = introspection.rules(type, field, node);
            boolean isProtected = introspection.isProtected(type, field);
            return rules.isEmpty() && !isProtected ? fetcher : new Guarded(field, rules, isProtected, fetcher);
        }

        private @Nullable GraphQLObjectType resolve(TypeResolutionEnvironment environment) {
            var object = Objects.requireNonNull(environment.<Object>getObject());
            var name = table.typeOf(object);
            if (name == null) {
                throw new IllegalStateException("No GraphQL type for " + object.getClass());
            }
            return environment.getSchema().getObjectType(name);
        }
    }

    /** Asks for scopes before a field is read, and hides protected customer data from an app without approval. */
    private record Guarded(String field, List<AccessRule> rules, boolean isProtected, DataFetcher<?> fetcher)
            implements DataFetcher<@Nullable Object> {
        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
            var api = new Call(environment).api();
            for (var rule : rules) {
                if (!rule.allows(api.scopes())) {
                    throw rule.denied(field);
                }
            }
            return isProtected && !api.seesProtectedData() ? null : fetcher.get(environment);
        }
    }
}
