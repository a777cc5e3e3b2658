package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Table;
import dev.holdfast.simulator.shop.state.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Pages over the rows of a table, in the order of their ids or of their last change, without sorting them anew. */
final class Listing {
    /** In these orders rows stand as they do by id: they are made one after the other. */
    private static final Set<String> BY_ID = Set.of("ID", "CREATED_AT", "PROCESSED_AT", "ORDER_NUMBER", "NAME");

    private Listing() {}

    /** The page the arguments of the field ask for, of the rows that match. */
    static <V extends Row> Page<V> page(Table<V> table, Predicate<? super V> matching, Call call) {
        var run = call.bulk();
        if (run != null) {
            return new Page<>(
                    run.stretch(table, matching),
                    false,
                    false,
                    Page.Key.byId(row -> row.id().number()));
        }
        return byChange(call) ? new ByChange<>(table, matching).page(call) : new ById<>(table, matching).page(call);
    }

    private static boolean byChange(Call call) {
        var key = call.arguments().optionalText("sortKey").orElse("ID");
        if (!key.equals("UPDATED_AT") && !BY_ID.contains(key)) {
            throw FieldError.notImplemented("sortKey " + key);
        }
        return key.equals("UPDATED_AT");
    }

    /** One order of a table's rows. */
    private interface Ordered<V> {
        Page.Key<V> key();

        /** At most {@code limit} rows after the place, or from the lowest on where there is none. */
        List<V> up(Page.@Nullable Cursor place, int limit);

        /** At most {@code limit} rows before the place, highest first. */
        List<V> down(Page.@Nullable Cursor place, int limit);

        default Page<V> page(Call call) {
            var arguments = call.arguments();
            boolean forward = arguments.optionalNumber("first").isPresent();
            int size = Page.size(arguments);
            var after = arguments.optionalText("after").map(Page.Cursor::of).orElse(null);
            var before = arguments.optionalText("before").map(Page.Cursor::of).orElse(null);
            if (after != null && before != null) {
                throw FieldError.notImplemented("after and before together");
            }
            var place = forward ? after : before;
            boolean up = forward != arguments.flag("reverse");
            List<V> found = new ArrayList<>(up ? up(place, size + 1) : down(place, size + 1));
            boolean more = found.size() > size;
            if (more) {
                found.removeLast();
            }
            if (!forward) {
                Collections.reverse(found);
            }
            return forward
                    ? new Page<>(found, more, after != null, key())
                    : new Page<>(found, before != null, more, key());
        }
    }

    private record ById<V extends Row>(Table<V> table, Predicate<? super V> matching) implements Ordered<V> {
        @Override
        public Page.Key<V> key() {
            return Page.Key.byId(row -> row.id().number());
        }

        @Override
        public List<V> up(Page.@Nullable Cursor place, int limit) {
            return table.after(place == null ? Long.MIN_VALUE : place.last_id(), limit, matching);
        }

        @Override
        public List<V> down(Page.@Nullable Cursor place, int limit) {
            return table.before(place == null ? Long.MAX_VALUE : place.last_id(), limit, matching);
        }
    }

    private record ByChange<V extends Row>(Table<V> table, Predicate<? super V> matching) implements Ordered<V> {
        @Override
        public Page.Key<V> key() {
            return new Page.Key<>(
                    row -> row.updatedAt().toEpochMilli(), row -> row.id().number());
        }

        @Override
        public List<V> up(Page.@Nullable Cursor place, int limit) {
            return table.changedAfter(
                    place == null ? new Table.Stamp(Instant.MIN, Long.MIN_VALUE) : stamp(place), limit, matching);
        }

        @Override
        public List<V> down(Page.@Nullable Cursor place, int limit) {
            return table.changedBefore(
                    place == null ? new Table.Stamp(Instant.MAX, Long.MAX_VALUE) : stamp(place), limit, matching);
        }

        private static Table.Stamp stamp(Page.Cursor place) {
            return new Table.Stamp(Instant.ofEpochMilli(Long.parseLong(place.last_value())), place.last_id());
        }
    }
}
