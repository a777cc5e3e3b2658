package dev.holdfast.simulator.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields that all connections share, and their edges, page infos, all payloads of mutations and all user errors. */
final class SharedFields {
    private SharedFields() {}

    static @Nullable DataFetcher<?> find(String type, String field) {
        if (type.endsWith("Connection") || type.endsWith("Edge") || type.equals("PageInfo")) {
            return paged(field);
        }
        if (type.endsWith("Payload")) {
            return environment -> source(environment, Payload.class).read(type, field);
        }
        return type.endsWith("UserError") ? refused(field) : null;
    }

    private static @Nullable DataFetcher<?> refused(String field) {
        return switch (field) {
            case "field" ->
                environment -> source(environment, Payload.Refused.class).field();
            case "message" ->
                environment -> source(environment, Payload.Refused.class).message();
            case "code" ->
                environment -> source(environment, Payload.Refused.class).code();
            case "elementIndex" ->
                environment -> source(environment, Payload.Refused.class).elementIndex();
            default -> null;
        };
    }

    private static @Nullable DataFetcher<?> paged(String name) {
        return switch (name) {
            case "nodes" -> page(Page::nodes);
            case "edges" -> page(Page::edges);
            case "pageInfo" -> page(page -> page);
            case "hasNextPage" -> page(Page::hasNext);
            case "hasPreviousPage" -> page(Page::hasPrevious);
            case "startCursor" -> page(Page::startCursor);
            case "endCursor" -> page(Page::endCursor);
            case "node" -> edge(Page.Edge::node);
            case "cursor" -> edge(Page.Edge::cursor);
            default -> null;
        };
    }

    private static DataFetcher<?> page(Function<Page<?>, @Nullable Object> read) {
        return environment -> read.apply(source(environment, Page.class));
    }

    private static DataFetcher<?> edge(Function<Page.Edge<?>, @Nullable Object> read) {
        return environment -> read.apply(source(environment, Page.Edge.class));
    }

    private static <T> T source(DataFetchingEnvironment environment, Class<T> type) {
        return type.cast(Objects.requireNonNull(environment.<Object>getSource()));
    }
}
