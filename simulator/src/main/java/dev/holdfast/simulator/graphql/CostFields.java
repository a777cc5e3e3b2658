package dev.holdfast.simulator.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code extensions.cost.fields}: what each field adds to the requested cost, for who sends {@code
 * Shopify-GraphQL-Cost-Debug: 1}. The four names are of Shopify's page on API limits; that scalars are listed, that what is
 * under a field comes before it, and what is null, of an answer of a real shop (Shopify/shopify-api-js, issue 602).
 */
final class CostFields {
    static final String HEADER = "Shopify-GraphQL-Cost-Debug";

    private final Map<String, Object> variables;
    private final Pricing pricing;
    private final List<Map<String, @Nullable Object>> all = new ArrayList<>();

    private CostFields(Map<String, Object> variables, Pricing pricing) {
        this.variables = variables;
        this.pricing = pricing;
    }

    /** Of a whole operation. */
    static List<Map<String, @Nullable Object>> of(QueryCost operation, Map<String, Object> variables, Pricing pricing) {
        var fields = new CostFields(variables, pricing);
        fields.under(operation, List.of());
        return List.copyOf(fields.all);
    }

    private void under(QueryCost parent, List<String> path) {
        Stream.concat(parent.children().stream(), parent.choices().stream().flatMap(List::stream))
                .forEach(child -> {
                    var below =
                            Stream.concat(path.stream(), Stream.of(child.key())).toList();
                    under(child, below);
                    all.add(entry(child, below));
                });
    }

    private Map<String, @Nullable Object> entry(QueryCost field, List<String> path) {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("path", path);
        entry.put("definedCost", field.kind() == QueryCost.Kind.CONNECTION ? null : field.own(pricing));
        entry.put("requestedTotalCost", field.requested(variables, pricing));
        entry.put(
                "requestedChildrenCost",
                field.kind() == QueryCost.Kind.SCALAR ? null : field.childrenRequested(variables, pricing));
        return entry;
    }
}
