package dev.holdfast.simulator.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document costs: worked out once as a tree, then priced for the variables of each request and for each answer.
 *
 * <p>An object is 1 point, a scalar 0, a mutation 10, a connection 2 and its children by size; the rest is {@link Pricing}.
 *
 * @param choices parts of which only the dearest counts, because a value has only one type
 */
record QueryCost(Kind kind, String key, @Nullable Size size, List<QueryCost> children, List<List<QueryCost>> choices) {
    enum Kind {
        /** A scalar or an enum value. */
        SCALAR,
        /** Costs nothing itself: the root, an edge. */
        FREE,
        /** A page info, an amount of money, an address. */
        VALUE,
        OBJECT,
        CONNECTION,
        /** Things by their ids. */
        NODES,
        MUTATION
    }

    /** The page size a connection asks for, or how many ids are given: in the document, or by a variable. */
    record Size(int literal, @Nullable String variable) {
        int of(Map<String, Object> variables) {
            if (variable == null) {
                return literal;
            }
            return switch (variables.get(variable)) {
                case Number number -> number.intValue();
                case List<?> list -> list.size();
                case null, default -> literal;
            };
        }
    }

    /** What it costs without what is under it. */
    int own(Pricing pricing) {
        return switch (kind) {
            case SCALAR, FREE -> 0;
            case VALUE -> pricing.freeValues() ? 0 : 1;
            case OBJECT, NODES -> 1;
            case CONNECTION -> 2;
            case MUTATION -> 10;
        };
    }

    int requested(Map<String, Object> variables, Pricing pricing) {
        if (kind == Kind.NODES) {
            return (own(pricing) + childrenRequested(variables, pricing))
                    * pricing.nodes(size == null ? 1 : size.of(variables));
        }
        int times = kind == Kind.CONNECTION ? pricing.times(size == null ? 1 : size.of(variables)) : 1;
        return own(pricing) + childrenRequested(variables, pricing) * times;
    }

    /** What is under it, once. */
    int childrenRequested(Map<String, Object> variables, Pricing pricing) {
        if (kind == Kind.MUTATION && !pricing.mutationAnswers()) {
            return 0;
        }
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
    double actual(@Nullable Object value, Pricing pricing) {
        double under = switch (kind) {
            case SCALAR -> 0;
            case NODES -> value instanceof List<?> list ? nodes(list, pricing) : 0;
            case MUTATION -> pricing.mutationAnswers() ? inside(value, pricing) : 0;
            case OBJECT, VALUE -> value instanceof List<?> list ? dearest(list, pricing) : inside(value, pricing);
            case FREE -> value instanceof List<?> list ? sum(list, pricing) : inside(value, pricing);
            case CONNECTION -> connection(value, pricing);
        };
        return own(pricing) + under;
    }

    /** The first is paid as this itself. */
    private double nodes(List<?> list, Pricing pricing) {
        int times = pricing.nodes(list.size());
        return times == 1 ? dearest(list, pricing) : sum(list, pricing) + times - 1.0;
    }

    private double connection(@Nullable Object value, Pricing pricing) {
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
                    cost += child.own(pricing) + child.inside(item, pricing);
                }
            } else {
                cost += child.actual(under, pricing);
            }
        }
        return size == 0 ? 0 : cost / size * pricing.times(size);
    }

    private double inside(@Nullable Object value, Pricing pricing) {
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

    private double dearest(List<?> list, Pricing pricing) {
        double most = 0;
        for (var item : list) {
            most = Math.max(most, inside(item, pricing));
        }
        return most;
    }

    private double sum(List<?> list, Pricing pricing) {
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
