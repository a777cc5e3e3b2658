package dev.holdfast.simulator.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the connections are in the answer to a document, so that their nodes become lines of their own.
 *
 * @param objects what lies under plain objects, by key
 * @param connections the connections, by key
 * @param hasId whether {@code id} is selected without an alias, as a parent's must be
 * @param count how many connections there are, those within others included
 */
record BulkShape(Map<String, BulkShape> objects, Map<String, Connection> connections, boolean hasId, int count) {
    /** Most connections in a bulk query, and how deep they may lie in each other. */
    static final int MOST_CONNECTIONS = 5;

    static final int DEEPEST = 2;

    /** A connection: the key its nodes are under, or those of its edges and of their nodes. */
    record Connection(
            String field,
            @Nullable String nodes,
            @Nullable String edges,
            @Nullable String edgeNode,
            BulkShape node) {
        int count() {
            return 1 + node.count();
        }

        int depth() {
            return node.depth() + 1;
        }
    }

    int depth() {
        int deepest = 0;
        for (var connection : connections.values()) {
            deepest = Math.max(deepest, connection.depth());
        }
        for (var object : objects.values()) {
            deepest = Math.max(deepest, object.depth());
        }
        return deepest;
    }

    /** Why Shopify would not run this shape; null when it would. */
    @Nullable
    String refusal() {
        if (objects.size() + connections.size() > 1) {
            return "Bulk queries can only have one top-level field.";
        }
        int count = count();
        if (count == 0) {
            return "Bulk queries must contain at least one connection.";
        }
        if (count > MOST_CONNECTIONS) {
            return "Bulk queries cannot contain more than " + MOST_CONNECTIONS + " connections.";
        }
        if (depth() > DEEPEST + 1) {
            return "Bulk queries cannot contain connections with a nesting depth greater than " + DEEPEST + ".";
        }
        return missingId(this);
    }

    private static @Nullable String missingId(BulkShape shape) {
        for (var connection : shape.connections.values()) {
            if (connection.node.count() > 0 && !connection.node.hasId) {
                return "The parent 'node' field for a nested connection must select the 'id' field without an alias"
                        + " and must be of 'ID' return type. Connection fields without 'id': " + connection.field + ".";
            }
            var deeper = missingId(connection.node);
            if (deeper != null) {
                return deeper;
            }
        }
        for (var object : shape.objects.values()) {
            var deeper = missingId(object);
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    static BulkShape of(GraphQLSchema schema, Document document, OperationDefinition operation) {
        var fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment));
        return new Reader(schema, fragments)
                .shape(Objects.requireNonNull(schema.getQueryType()), operation.getSelectionSet());
    }

    private record Reader(GraphQLSchema schema, Map<String, FragmentDefinition> fragments) {
        private record Placed(GraphQLCompositeType parent, Field field) {}

        BulkShape shape(GraphQLCompositeType type, SelectionSet selections) {
            var objects = new LinkedHashMap<String, BulkShape>();
            var connections = new LinkedHashMap<String, Connection>();
            boolean hasId = false;
            for (var placed : fields(type, selections)) {
                var field = placed.field();
                hasId |= field.getName().equals("id") && field.getAlias() == null;
                if (field.getSelectionSet() == null) {
                    continue;
                }
                var returned = returned(placed);
                if (returned.getName().endsWith("Connection")) {
                    connections.put(field.getResultKey(), connection(field, returned));
                } else {
                    objects.put(field.getResultKey(), shape(returned, field.getSelectionSet()));
                }
            }
            int count = connections.values().stream()
                            .mapToInt(Connection::count)
                            .sum()
                    + objects.values().stream().mapToInt(BulkShape::count).sum();
            return new BulkShape(objects, connections, hasId, count);
        }

        private Connection connection(Field field, GraphQLCompositeType type) {
            for (var placed : fields(type, Objects.requireNonNull(field.getSelectionSet()))) {
                var inner = placed.field();
                if (inner.getName().equals("nodes")) {
                    return new Connection(field.getName(), inner.getResultKey(), null, null, under(placed));
                }
                if (inner.getName().equals("edges")) {
                    var edge = returned(placed);
                    for (var inEdge : fields(edge, Objects.requireNonNull(inner.getSelectionSet()))) {
                        if (inEdge.field().getName().equals("node")) {
                            return new Connection(
                                    field.getName(),
                                    null,
                                    inner.getResultKey(),
                                    inEdge.field().getResultKey(),
                                    under(inEdge));
                        }
                    }
                }
            }
            throw new FieldError("Connection fields without nodes: " + field.getName(), "INVALID");
        }

        private BulkShape under(Placed placed) {
            return shape(returned(placed), Objects.requireNonNull(placed.field().getSelectionSet()));
        }

        private List<Placed> fields(GraphQLCompositeType type, SelectionSet selections) {
            var found = new ArrayList<Placed>();
            for (Object selection : selections.getSelections()) {
                switch (selection) {
                    case Field field -> found.add(new Placed(type, field));
                    case InlineFragment inline ->
                        found.addAll(fields(
                                inline.getTypeCondition() == null
                                        ? type
                                        : named(inline.getTypeCondition().getName()),
                                inline.getSelectionSet()));
                    case FragmentSpread spread -> {
                        var fragment = Objects.requireNonNull(fragments.get(spread.getName()));
                        found.addAll(fields(named(fragment.getTypeCondition().getName()), fragment.getSelectionSet()));
                    }
                    default -> throw new IllegalStateException("Unknown selection " + selection);
                }
            }
            return found;
        }

        private GraphQLCompositeType named(String name) {
            return (GraphQLCompositeType) Objects.requireNonNull(schema.getType(name));
        }

        private GraphQLCompositeType returned(Placed placed) {
            var container = (GraphQLFieldsContainer) placed.parent();
            var definition = Objects.requireNonNull(
                    container.getFieldDefinition(placed.field().getName()));
            return (GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(definition.getType());
        }
    }
}
