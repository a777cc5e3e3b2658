package dev.holdfast.platform.database;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as parameters of one statement that says {@code unnest(:ids::bigint[], …)}. */
public final class ColumnArrays {

    private ColumnArrays() {}

    public static <T> Long[] longs(Collection<T> rows, ToLongFunction<T> value) {
        return rows.stream().map(value::applyAsLong).toArray(Long[]::new);
    }

    /** Null where there is none. */
    public static <T> @Nullable Long[] optionalLongs(Collection<T> rows, Function<T, Optional<Long>> value) {
        return rows.stream().map(row -> value.apply(row).orElse(null)).toArray(Long[]::new);
    }

    public static <T> Integer[] ints(Collection<T> rows, ToIntFunction<T> value) {
        return rows.stream().map(value::applyAsInt).toArray(Integer[]::new);
    }

    public static <T> Boolean[] flags(Collection<T> rows, Predicate<T> value) {
        return rows.stream().map(value::test).toArray(Boolean[]::new);
    }

    public static <T> String[] texts(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** Null where there is none. */
    public static <T> @Nullable String[] optionalTexts(Collection<T> rows, Function<T, Optional<String>> value) {
        return rows.stream().map(row -> value.apply(row).orElse(null)).toArray(String[]::new);
    }

    /** For {@code ::timestamptz[]}. */
    public static <T> String[] times(Collection<T> rows, Function<T, Instant> value) {
        var texts = new String[rows.size()];
        int at = 0;
        Instant before = null;
        for (var row : rows) {
            var time = value.apply(row);
            // Rows that were read together often share a time, and to write one out costs more than to compare it.
            texts[at] = at > 0 && time.equals(before) ? texts[at - 1] : time.toString();
            before = time;
            at++;
        }
        return texts;
    }

    /** Null where there is none. */
    public static <T> @Nullable String[] optionalTimes(Collection<T> rows, Function<T, Optional<Instant>> value) {
        return rows.stream()
                .map(row -> value.apply(row).map(Instant::toString).orElse(null))
                .toArray(String[]::new);
    }
}
