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

    public static <T> long[] longs(Collection<T> rows, ToLongFunction<T> value) {
        return rows.stream().mapToLong(value).toArray();
    }

    /** Null where there is none. */
    public static <T> @Nullable Long[] optionalLongs(Collection<T> rows, Function<T, Optional<Long>> value) {
        return rows.stream().map(row -> value.apply(row).orElse(null)).toArray(Long[]::new);
    }

    public static <T> int[] ints(Collection<T> rows, ToIntFunction<T> value) {
        return rows.stream().mapToInt(value).toArray();
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

    /**
     * For {@code to_timestamp(unnest(:times::float8[]))}: seconds since 1970, exact to the microsecond until the year 2106.
     * As text they would take PostgreSQL three times as long to read, and us more to write.
     */
    public static <T> double[] times(Collection<T> rows, Function<T, Instant> value) {
        return rows.stream().map(value).mapToDouble(ColumnArrays::seconds).toArray();
    }

    /** The same, null where there is none. */
    public static <T> @Nullable Double[] optionalTimes(Collection<T> rows, Function<T, Optional<Instant>> value) {
        return rows.stream()
                .map(row -> value.apply(row).map(ColumnArrays::seconds).orElse(null))
                .toArray(Double[]::new);
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }
}
