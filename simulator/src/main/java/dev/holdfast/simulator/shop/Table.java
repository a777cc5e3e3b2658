package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rows by id, and by when they last changed. Reading needs no lock and each row is whole; rows read one after the other
 * may be of different moments unless read inside {@link Shop#read}.
 */
public final class Table<V extends Row> {

    private static final Comparator<Stamp> BY_TIME =
            Comparator.comparing(Stamp::updatedAt).thenComparingLong(Stamp::number);

    private final ConcurrentSkipListMap<Long, V> rows = new ConcurrentSkipListMap<>();
    // The same once more: most reading is of one row, which takes a step here and twenty there.
    private final ConcurrentHashMap<Long, V> byNumber = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<Stamp> stamps = new ConcurrentSkipListSet<>(BY_TIME);

    /** Where a row stands in the order of change. */
    public record Stamp(Instant updatedAt, long number) {}

    Table() {}

    public Optional<V> find(Id id) {
        return find(id.number());
    }

    public Optional<V> find(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    public int size() {
        return rows.size();
    }

    /** All rows, by id. */
    public Stream<V> all() {
        return rows.values().stream();
    }

    /** At most {@code limit} rows with ids above {@code number} that match, lowest first. */
    public List<V> after(long number, int limit, Predicate<? super V> matching) {
        return firstOf(rows.tailMap(number, false).values(), limit, matching);
    }

    /** At most {@code limit} rows with ids below {@code number} that match, highest first. */
    public List<V> before(long number, int limit, Predicate<? super V> matching) {
        return firstOf(rows.headMap(number, false).descendingMap().values(), limit, matching);
    }

    /** At most {@code limit} rows that changed after {@code stamp} and match, in order of change. */
    public List<V> changedAfter(Stamp stamp, int limit, Predicate<? super V> matching) {
        return byStamps(stamps.tailSet(stamp, false), limit, matching);
    }

    /** At most {@code limit} rows that changed before {@code stamp} and match, latest first. */
    public List<V> changedBefore(Stamp stamp, int limit, Predicate<? super V> matching) {
        return byStamps(stamps.headSet(stamp, false).descendingSet(), limit, matching);
    }

    /** The new place is taken before the old one is left: a reader may meet a row twice, and misses none. */
    void put(V row) {
        V before = rows.put(row.id().number(), row);
        byNumber.put(row.id().number(), row);
        stamps.add(stamp(row));
        if (before != null && !before.updatedAt().equals(row.updatedAt())) {
            stamps.remove(stamp(before));
        }
    }

    void remove(Id id) {
        V before = rows.remove(id.number());
        byNumber.remove(id.number());
        if (before != null) {
            stamps.remove(stamp(before));
        }
    }

    private Stamp stamp(V row) {
        return new Stamp(row.updatedAt(), row.id().number());
    }

    private List<V> byStamps(Iterable<Stamp> from, int limit, Predicate<? super V> matching) {
        List<V> found = new ArrayList<>();
        for (Stamp stamp : from) {
            V row = byNumber.get(stamp.number());
            if (row != null && matching.test(row)) {
                found.add(row);
                if (found.size() >= limit) {
                    break;
                }
            }
        }
        return found;
    }

    private List<V> firstOf(Iterable<V> from, int limit, Predicate<? super V> matching) {
        List<V> found = new ArrayList<>();
        for (V row : from) {
            if (matching.test(row)) {
                found.add(row);
                if (found.size() >= limit) {
                    break;
                }
            }
        }
        return found;
    }
}
