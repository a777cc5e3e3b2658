package dev.holdfast.simulator.graphql;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the cost of an operation off its document. */
final class CostReader {
    /** Amounts, addresses and the like: Shopify's staff call them value objects without a cost of their own. */
    private static final Set<String> VALUES = Set.of(
            "PageInfo",
            "MoneyV2",
            "MoneyBag",
            "MailingAddress",
            "LocationAddress",
            "ShopAddress",
            "CurrencyFormats",
            "InventoryItemMeasurement");

    private static final Set<String> SIZES = Set.of("first", "last", "ids");

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;

    private CostReader(GraphQLSchema schema, Document document) {
        this.schema = schema;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment));
    }

    /** The cost of one operation of a document that is valid against the schema. */
    static QueryCost of(GraphQLSchema schema, Document document, OperationDefinition operation) {
        var reader = new CostReader(schema, document);
        boolean mutation = operation.getOperation() == OperationDefinition.Operation.MUTATION;
        var root = mutation ? schema.getMutationType() : schema.getQueryType();
        return reader.node(QueryCost.Kind.FREE, "", null, Objects.requireNonNull(root), operation.getSelectionSet());
    }

    private QueryCost node(
            QueryCost.Kind kind,
            String key,
            QueryCost.@Nullable Size size,
            GraphQLCompositeType type,
            SelectionSet selections) {
        var children = new QueryCost.Children();
        var choices = new ArrayList<List<QueryCost>>();
        collect(type, selections, children, choices);
        return new QueryCost(kind, key, size, children.list(), List.copyOf(choices));
    }

    private void collect(
            GraphQLCompositeType type,
            SelectionSet selections,
            QueryCost.Children children,
            List<List<QueryCost>> choices) {
        for (Object selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> addField(type, field, children);
                case InlineFragment inline ->
                    fragment(
                            type,
                            inline.getTypeCondition() == null
                                    ? type.getName()
                                    : inline.getTypeCondition().getName(),
                            inline.getSelectionSet(),
                            children,
                            choices);
                case FragmentSpread spread -> {
                    var definition = Objects.requireNonNull(fragments.get(spread.getName()));
                    fragment(
                            type,
                            definition.getTypeCondition().getName(),
                            definition.getSelectionSet(),
                            children,
                            choices);
                }
                default -> throw new IllegalStateException("Unknown selection " + selection);
            }
        }
    }

    private void fragment(
            GraphQLCompositeType parent,
            String condition,
            SelectionSet selections,
            QueryCost.Children children,
            List<List<QueryCost>> choices) {
        if (condition.equals(parent.getName())) {
            collect(parent, selections, children, choices);
            return;
        }
        var type = (GraphQLCompositeType) Objects.requireNonNull(schema.getType(condition));
        var own = new QueryCost.Children();
        collect(type, selections, own, choices);
        choices.add(own.list());
    }

    private void addField(GraphQLCompositeType parent, Field field, QueryCost.Children children) {
        if (field.getName().startsWith("__")) {
            return;
        }
        if (field.getSelectionSet() == null) {
            children.add(new QueryCost(QueryCost.Kind.SCALAR, field.getResultKey(), null, List.of(), List.of()));
            return;
        }
        var definition = definition(parent, field);
        GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(definition.getType());
        var kind = parent.equals(schema.getQueryType()) && field.getName().equals("nodes")
                ? QueryCost.Kind.NODES
                : kind(parent, type.getName());
        var size = kind == QueryCost.Kind.CONNECTION || kind == QueryCost.Kind.NODES ? size(field) : null;
        children.add(node(kind, field.getResultKey(), size, (GraphQLCompositeType) type, field.getSelectionSet()));
    }

    private GraphQLFieldDefinition definition(GraphQLCompositeType parent, Field field) {
        return parent instanceof GraphQLFieldsContainer container
                ? Objects.requireNonNull(container.getFieldDefinition(field.getName()))
                : Introspection.TypeNameMetaFieldDef;
    }

    private QueryCost.Kind kind(GraphQLCompositeType parent, String type) {
        if (parent.equals(schema.getMutationType())) {
            return QueryCost.Kind.MUTATION;
        }
        if (type.endsWith("Connection")) {
            return QueryCost.Kind.CONNECTION;
        }
        if (VALUES.contains(type)) {
            return QueryCost.Kind.VALUE;
        }
        return type.endsWith("Edge") ? QueryCost.Kind.FREE : QueryCost.Kind.OBJECT;
    }

    private static QueryCost.@Nullable Size size(Field field) {
        for (Argument argument : field.getArguments()) {
            if (SIZES.contains(argument.getName())) {
                if (argument.getValue() instanceof IntValue number) {
                    return new QueryCost.Size(number.getValue().intValue(), null);
                }
                if (argument.getValue() instanceof ArrayValue list) {
                    return new QueryCost.Size(list.getValues().size(), null);
                }
                if (argument.getValue() instanceof VariableReference variable) {
                    return new QueryCost.Size(1, variable.getName());
                }
            }
        }
        return null;
    }
}
