package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.ApiVersion;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.ParseAndValidate;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs documents against one version of the API; each document is parsed, validated and priced once. */
final class Engine {
    private static final System.Logger LOG = System.getLogger(Engine.class.getName());
    private static final int MOST_DOCUMENTS = 2_000;
    private final GraphQLSchema schema;
    private final GraphQL graphql;
    private final Map<String, Prepared> documents = new ConcurrentHashMap<>();

    Engine(ApiVersion version, FieldTable table) {
        schema = AdminSchema.of(Introspection.of(version), table);
        graphql = GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(new Failing())
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        Objects.requireNonNull(input.getGraphQLContext().<Prepared>get(Prepared.class))
                                .entry()))
                .build();
    }

    GraphQLSchema schema() {
        return schema;
    }

    /** A document made ready: valid with its operations, or the errors it is refused with. */
    record Prepared(String text, PreparsedDocumentEntry entry, List<Operation> operations) {
        List<? extends GraphQLError> errors() {
            return entry.getErrors() == null ? List.of() : entry.getErrors();
        }

        /** The operation to run; empty when the name fits none, or is left out while there are several. */
        Optional<Operation> operation(@Nullable String name) {
            if (name == null || name.isEmpty()) {
                return operations.size() == 1 ? Optional.of(operations.getFirst()) : Optional.empty();
            }
            return operations.stream()
                    .filter(operation -> name.equals(operation.definition().getName()))
                    .findFirst();
        }
    }

    /** One operation of a document, with its price. */
    record Operation(OperationDefinition definition, QueryCost cost) {}

    Prepared prepare(String text) {
        var known = documents.get(text);
        if (known != null) {
            return known;
        }
        if (documents.size() >= MOST_DOCUMENTS) {
            documents.clear();
        }
        var prepared = parse(text);
        documents.put(text, prepared);
        return prepared;
    }

    ExecutionResult execute(Prepared prepared, @Nullable String operation, Map<String, Object> variables, Api api) {
        var input = ExecutionInput.newExecutionInput(prepared.text())
                .operationName(operation)
                .variables(variables)
                .root(api)
                .graphQLContext(Map.of(Prepared.class, prepared))
                .build();
        return graphql.execute(input);
    }

    private Prepared parse(String text) {
        var parsed = ParseAndValidate.parseAndValidate(
                schema, ExecutionInput.newExecutionInput(text).build());
        if (parsed.isFailure()) {
            return new Prepared(text, new PreparsedDocumentEntry(parsed.getErrors()), List.of());
        }
        var document = Objects.requireNonNull(parsed.getDocument());
        var operations = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> new Operation(operation, CostReader.of(schema, document, operation)))
                .toList();
        return new Prepared(text, new PreparsedDocumentEntry(document), operations);
    }

    /** Puts a field's error at its place; what is our own bug is logged and answered as Shopify answers its own. */
    private static final class Failing implements DataFetcherExceptionHandler {
        @Override
        public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
                DataFetcherExceptionHandlerParameters parameters) {
            var cause = parameters.getException();
            if (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            var error =
                    GraphqlErrorBuilder.newError().path(parameters.getPath()).location(parameters.getSourceLocation());
            if (cause instanceof FieldError known) {
                // Not a format of the builder: a message may hold a per cent sign.
                error.message("%s", String.valueOf(known.getMessage())).extensions(known.extensions());
            } else {
                LOG.log(System.Logger.Level.ERROR, "Failed at " + parameters.getPath(), cause);
                error.message("%s", "Internal error. The simulator failed: " + cause)
                        .extensions(Map.of("code", "INTERNAL_SERVER_ERROR"));
            }
            return CompletableFuture.completedFuture(
                    DataFetcherExceptionHandlerResult.newResult(error.build()).build());
        }
    }
}
