package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.state.Id;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields that answer for real: for each the lambda that reads it from its source. */
final class FieldTable {
    private final Map<String, DataFetcher<?>> fetchers = new HashMap<>();
    private final Map<Class<?>, String> typeNames = new HashMap<>();

    /** The fields of a GraphQL type whose values come from this Java class. */
    <T> Fields<T> on(String type, Class<T> source) {
        typeNames.putIfAbsent(source, type);
        return new Fields<>(type, source);
    }

    @Nullable
    DataFetcher<?> find(String type, String field) {
        return fetchers.get(type + "." + field);
    }

    /** The names of the fields in the table, such as {@code Order.name}. */
    Iterable<String> names() {
        return fetchers.keySet();
    }

    /** The GraphQL type of a value where the schema says only an interface or a union. */
    @Nullable
    String typeOf(Object value) {
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            var name = typeNames.get(type);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    /** Adds the fields of one type. */
    final class Fields<T> {
        private final String type;
        private final Class<T> source;

        private Fields(String type, Class<T> source) {
            this.type = type;
            this.source = source;
        }

        /** A field that needs no arguments. */
        Fields<T> value(String field, Function<? super T, ? extends @Nullable Object> read) {
            return put(field, new Plain<>(source, read));
        }

        /** A field that holds the global id of something. */
        Fields<T> id(String field, Function<? super T, @Nullable Id> read) {
            return value(field, from -> {
                var id = read.apply(from);
                return id == null ? null : id.gid();
            });
        }

        /** A mutation; what it answers is kept where the document gives a key. */
        Fields<T> mutation(String field, Function<Call, Payload> work) {
            return read(field, (from, call) -> {
                var answer = call.api()
                        .session()
                        .idempotency()
                        .once(field, call.idempotencyKey(), call.arguments().values(), () -> work.apply(call));
                return call.isOn(Switch.REFUSALS_HAVE_OTHER_WORDS) ? answer.inOtherWords() : answer;
            });
        }

        /** A field that looks at its arguments or at who is asking. */
        Fields<T> read(String field, BiFunction<? super T, Call, ? extends @Nullable Object> read) {
            DataFetcher<@Nullable Object> fetcher = environment -> read.apply(
                    source.cast(Objects.requireNonNull(environment.<Object>getSource())), new Call(environment));
            return put(field, fetcher);
        }

        /** A connection over a short list, in the order of its ids. */
        <N> Fields<T> connection(String field, Function<? super T, List<N>> nodes, Function<? super N, Long> id) {
            return read(field, (from, call) -> Page.of(nodes.apply(from), Page.Key.byId(id), call));
        }

        private Fields<T> put(String field, DataFetcher<?> fetcher) {
            if (fetchers.put(type + "." + field, fetcher) != null) {
                throw new IllegalStateException("Two answers for " + type + "." + field);
            }
            return this;
        }
    }

    /** Spares graphql-java the making of an environment. */
    private record Plain<T>(Class<T> source, Function<? super T, ? extends @Nullable Object> read)
            implements LightDataFetcher<@Nullable Object> {
        @Override
        public @Nullable Object get(
                GraphQLFieldDefinition field, Object from, Supplier<DataFetchingEnvironment> environment) {
            return read.apply(source.cast(from));
        }

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) {
            return read.apply(source.cast(Objects.requireNonNull(environment.<Object>getSource())));
        }
    }
}
