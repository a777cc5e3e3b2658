package dev.holdfast.simulator.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document costs: worked out once as a tree, then priced for the variables of each request and for each answer.
 *
 * <p>An object is 1 point, a scalar 0, a mutation 10 whatever it returns, a connection 2 and its children by size.
 *
 * @param choices parts of which only the dearest counts, because a value has only one type
 */
record QueryCost(Kind kind, String key, @Nullable Size size, List<QueryCost> children, List<List<QueryCost>> choices) {
    static final int MUTATION = 10;

    enum Kind {
        /** Costs nothing itself: a scalar's stand-in, an edge, a page info, an amount of money, an address. */
        FREE,
        OBJECT,
        CONNECTION,
        MUTATION
    }

    /** The page size a connection asks for: given in the document, or by a variable. */
    record Size(int literal, @Nullable String variable) {
        int of(Map<String, Object> variables) {
            if (variable == null) {
                return literal;
            }
            return variables.get(variable) instanceof Number number ? number.intValue() : literal;
        }
    }

    int requested(Map<String, Object> variables, ConnectionPricing pricing) {
        return switch (kind) {
            case MUTATION -> MUTATION;
            case OBJECT -> 1 + childrenRequested(variables, pricing);
            case FREE -> childrenRequested(variables, pricing);
            case CONNECTION ->
                2 + childrenRequested(variables, pricing) * pricing.times(size == null ? 1 : size.of(variables));
        };
    }

    private int childrenRequested(Map<String, Object> variables, ConnectionPricing pricing) {
        int sum = 0;
        for (var child : children) {
            sum += child.requested(variables, pricing);
        }
        int dearest = 0;
        for (var choice : choices) {
            int cost = choice.stream()
                    .mapToInt(child -> child.requested(variables, pricing))
                    .sum();
            dearest = Math.max(dearest, cost);
        }
        return sum + dearest;
    }

    /** What the answer cost; {@code value} is what stands at this place in {@code data}. */
    double actual(@Nullable Object value, ConnectionPricing pricing) {
        return switch (kind) {
            case MUTATION -> MUTATION;
            case OBJECT -> value instanceof List<?> list ? 1 + dearest(list, pricing) : 1 + inside(value, pricing);
            case FREE -> value instanceof List<?> list ? sum(list, pricing) : inside(value, pricing);
            case CONNECTION -> 2 + connection(value, pricing);
        };
    }

    private double connection(@Nullable Object value, ConnectionPricing pricing) {
        if (!(value instanceof Map<?, ?> map)) {
            return 0;
        }
        double cost = 0;
        int size = 0;
        for (var child : children) {
            var under = map.get(child.key);
            if (under instanceof List<?> list) {
                size = Math.max(size, list.size());
                for (var item : list) {
                    cost += child.kind == Kind.OBJECT ? 1 + child.inside(item, pricing) : child.inside(item, pricing);
                }
            } else {
                cost += child.actual(under, pricing);
            }
        }
        return size == 0 ? 0 : cost / size * pricing.times(size);
    }

    private double inside(@Nullable Object value, ConnectionPricing pricing) {
        if (!(value instanceof Map<?, ?> map)) {
            return 0;
        }
        double cost = 0;
        for (var child : children) {
            cost += child.actual(map.get(child.key), pricing);
        }
        for (var choice : choices) {
            for (var child : choice) {
                if (map.containsKey(child.key)) {
                    cost += child.actual(map.get(child.key), pricing);
                }
            }
        }
        return cost;
    }

    private double dearest(List<?> list, ConnectionPricing pricing) {
        double most = 0;
        for (var item : list) {
            most = Math.max(most, inside(item, pricing));
        }
        return most;
    }

    private double sum(List<?> list, ConnectionPricing pricing) {
        double sum = 0;
        for (var item : list) {
            sum += inside(item, pricing);
        }
        return sum;
    }

    /** Collects children; a field asked for twice under one key is priced once, with the fields of both. */
    static final class Children {
        private final List<QueryCost> all = new ArrayList<>();

        void add(QueryCost child) {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).key.equals(child.key)) {
                    all.set(i, all.get(i).and(child));
                    return;
                }
            }
            all.add(child);
        }

        List<QueryCost> list() {
            return List.copyOf(all);
        }
    }

    private QueryCost and(QueryCost other) {
        var both = new Children();
        children.forEach(both::add);
        other.children.forEach(both::add);
        var either = new ArrayList<>(choices);
        either.addAll(other.choices);
        return new QueryCost(kind, key, size == null ? other.size : size, both.list(), List.copyOf(either));
    }
}
