package dev.holdfast.shopify.client;

import dev.holdfast.shopify.client.Document.Repeat;
import dev.holdfast.simulator.graphql.Idempotency;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** What a document of ours must be besides what the schema can express. */
final class DocumentRules {
    /** A mutation by name only: it starts a read. */
    private static final Set<String> READS = Set.of("bulkOperationRunQuery");

    private final GraphQLSchema schema;

    DocumentRules(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** Sentences; none when all is well. */
    List<String> problems(Document document) {
        var parsed = new Parser().parseDocument(document.text());
        var problems = new ArrayList<String>();
        new Validator()
                .validateDocument(schema, parsed, Locale.ENGLISH)
                .forEach(error -> problems.add(error.getMessage()));
        var operations = parsed.getDefinitionsOfType(OperationDefinition.class);
        if (operations.size() != 1) {
            problems.add("has " + operations.size() + " operations instead of one");
        }
        if (problems.isEmpty()) {
            operations.forEach(operation -> check(operation, document.repeat(), problems));
            operations.forEach(operation -> findDeprecated(root(operation), operation.getSelectionSet(), problems));
        }
        return problems;
    }

    private GraphQLObjectType root(OperationDefinition operation) {
        return Objects.requireNonNull(
                operation.getOperation() == Operation.MUTATION ? schema.getMutationType() : schema.getQueryType());
    }

    private static void check(OperationDefinition operation, Repeat repeat, List<String> problems) {
        var fields = operation.getSelectionSet().getSelectionsOfType(Field.class);
        if (operation.getOperation() == Operation.MUTATION && fields.size() != 1) {
            problems.add("has " + fields.size() + " mutations: one could be done and the other not");
        }
        for (var field : fields) {
            boolean reads = operation.getOperation() == Operation.QUERY || READS.contains(field.getName());
            if (reads != (repeat == Repeat.READ)) {
                problems.add(field.getName() + " lies in the wrong folder for a " + (reads ? "read" : "change"));
            }
            boolean keyed = isKeyed(field);
            if (Idempotency.REQUIRED.contains(field.getName()) && !keyed) {
                problems.add(field.getName() + " lacks @idempotent(key: $key)");
            }
            boolean byArgument = field.getArguments().stream()
                    .anyMatch(argument -> argument.getName().equals("idempotencyKey") && isKey(argument.getValue()));
            if ((keyed || byArgument) != (repeat == Repeat.SAME_KEY)) {
                problems.add(field.getName() + (keyed || byArgument ? " has" : " has no")
                        + " key, so it lies in the wrong folder");
            }
        }
    }

    private static boolean isKeyed(Field field) {
        return field.getDirectives("idempotent").stream()
                .flatMap(directive -> directive.getArguments().stream())
                .anyMatch(argument -> argument.getName().equals("key") && isKey(argument.getValue()));
    }

    private static boolean isKey(Object value) {
        return value instanceof VariableReference variable && variable.getName().equals("key");
    }

    private void findDeprecated(GraphQLFieldsContainer parent, SelectionSet selected, List<String> found) {
        for (Selection<?> selection : selected.getSelections()) {
            switch (selection) {
                case Field field -> findDeprecated(parent.getFieldDefinition(field.getName()), field, found);
                case InlineFragment part ->
                    findDeprecated(
                            (GraphQLFieldsContainer) Objects.requireNonNull(
                                    schema.getType(Objects.requireNonNull(part.getTypeCondition())
                                            .getName())),
                            part.getSelectionSet(),
                            found);
                default -> found.add("uses a named fragment, which these rules do not follow");
            }
        }
    }

    private void findDeprecated(GraphQLFieldDefinition definition, Field field, List<String> found) {
        if (definition.isDeprecated()) {
            found.add(field.getName() + " is deprecated: " + definition.getDeprecationReason());
        }
        for (var argument : field.getArguments()) {
            if (definition.getArgument(argument.getName()).isDeprecated()) {
                found.add(field.getName() + "(" + argument.getName() + ":) is deprecated");
            }
        }
        if (field.getSelectionSet() != null
                && GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLFieldsContainer type) {
            findDeprecated(type, field.getSelectionSet(), found);
        }
    }
}
