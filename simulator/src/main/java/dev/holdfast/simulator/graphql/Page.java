package dev.holdfast.simulator.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One page of a connection.
 *
 * @param key what the cursor of a node is made of
 */
record Page<N>(List<N> nodes, boolean hasNext, boolean hasPrevious, Key<N> key) {
    static final int MAX = 250;

    /** Where a node stands in the order of its connection: by a value, which is a text or a whole number, then by id. */
    record Key<N>(Function<? super N, ? extends Comparable<?>> value, Function<? super N, Long> id) {
        static <N> Key<N> byId(Function<? super N, Long> id) {
            return new Key<>(node -> 0, id);
        }

        @SuppressWarnings("unchecked")
        Comparator<N> order() {
            return Comparator.comparing((N node) -> (Comparable<Object>) value.apply(node))
                    .thenComparing(node -> id.apply(node));
        }
    }

    /** A node on its page. */
    record Edge<N>(Page<N> page, N node) {
        String cursor() {
            return page.cursor(node);
        }
    }

    /** The page the arguments {@code first}, {@code last}, {@code after}, {@code before}, {@code reverse} ask for. */
    static <N> Page<N> of(List<N> all, Key<N> key, Call call) {
        for (var search : List.of("query", "savedSearchId")) {
            if (call.arguments().get(search) != null) {
                throw FieldError.notImplemented("the argument " + search + " here");
            }
        }
        return searched(all, key, call);
    }

    /** The same where the list has been searched already. */
    static <N> Page<N> searched(List<N> all, Key<N> key, Call call) {
        var order = call.arguments().flag("reverse") ? key.order().reversed() : key.order();
        return ofSorted(sorted(all, order), key, order, call);
    }

    /** The same for a list that is in its order already, so that a long one is not sorted for each page. */
    static <N> Page<N> ofSorted(List<N> all, Key<N> key, Comparator<N> order, Call call) {
        if (call.bulk() != null) {
            return new Page<>(all, false, false, key);
        }
        var arguments = call.arguments();
        boolean forward = arguments.optionalNumber("first").isPresent();
        int size = size(arguments);
        int from = arguments
                .optionalText("after")
                .map(c -> Cursor.of(c).positionIn(all, key, order, true))
                .orElse(0);
        int to = arguments
                .optionalText("before")
                .map(c -> Cursor.of(c).positionIn(all, key, order, false))
                .orElse(all.size());
        to = Math.max(from, to);
        int start = forward ? from : Math.max(from, to - size);
        int end = forward ? Math.min(to, from + size) : to;
        return new Page<>(List.copyOf(all.subList(start, end)), end < all.size(), start > 0, key);
    }

    /** The size of the page that is asked for; one of {@code first} and {@code last} must be given. */
    static int size(Input arguments) {
        int size = arguments
                .optionalNumber("first")
                .or(() -> arguments.optionalNumber("last"))
                .orElseThrow(() -> new FieldError("you must provide one of first or last", "BAD_REQUEST"));
        if (size < 0 || size > MAX) {
            throw new FieldError("The page size must be between 0 and " + MAX + ", not " + size, "BAD_REQUEST");
        }
        return size;
    }

    private static <N> List<N> sorted(List<N> all, Comparator<N> order) {
        for (int i = 1; i < all.size(); i++) {
            if (order.compare(all.get(i - 1), all.get(i)) > 0) {
                return all.stream().sorted(order).toList();
            }
        }
        return all;
    }

    List<Edge<N>> edges() {
        return nodes.stream().map(node -> new Edge<>(this, node)).toList();
    }

    @Nullable
    String startCursor() {
        return nodes.isEmpty() ? null : cursor(nodes.getFirst());
    }

    @Nullable
    String endCursor() {
        return nodes.isEmpty() ? null : cursor(nodes.getLast());
    }

    private String cursor(N node) {
        return new Cursor(key.id().apply(node), key.value().apply(node).toString()).text();
    }

    /** The opaque text that names a place in a connection, in the form Shopify uses. */
    record Cursor(long last_id, String last_value) {
        static Cursor of(String text) {
            try {
                return JsonMapper.shared().readValue(Base64.getDecoder().decode(text), Cursor.class);
            } catch (IllegalArgumentException | JacksonException e) {
                throw new FieldError("Invalid cursor: " + text, "BAD_REQUEST");
            }
        }

        String text() {
            var json = JsonMapper.shared().writeValueAsString(this);
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        }

        /** The index of the first node after this place, or of the node at it. */
        <N> int positionIn(List<N> all, Key<N> key, Comparator<N> order, boolean after) {
            int low = 0;
            int high = all.size();
            boolean descending = all.size() > 1 && isDescending(all, key, order);
            while (low < high) {
                int middle = (low + high) >>> 1;
                int compared = compare(key, all.get(middle));
                int ordered = descending ? -compared : compared;
                if (ordered < 0 || (after && ordered == 0)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private static <N> boolean isDescending(List<N> all, Key<N> key, Comparator<N> order) {
            return key.order().compare(all.getFirst(), all.getLast()) > 0
                    && order.compare(all.getFirst(), all.getLast()) < 0;
        }

        /** Negative when the node stands before this place in ascending order. */
        private <N> int compare(Key<N> key, N node) {
            var value = key.value().apply(node);
            int byValue = value instanceof Number number
                    ? Long.compare(number.longValue(), Long.parseLong(last_value))
                    : value.toString().compareTo(last_value);
            return byValue != 0 ? byValue : Long.compare(key.id().apply(node), last_id);
        }
    }
}
