package dev.holdfast.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.TestDatabase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ColumnArraysTest {
    private static final Instant LAST = Instant.parse("2105-12-31T23:59:59.999999Z");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void times_come_back_to_the_microsecond() {
        long span = ChronoUnit.MICROS.between(Instant.EPOCH, LAST);
        var times = Stream.concat(
                        Stream.of(Instant.EPOCH, Instant.EPOCH.minus(1, ChronoUnit.MICROS), LAST),
                        new Random(7)
                                .longs(20_000, 0, span)
                                .mapToObj(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS)))
                .toList();

        assertThat(readBack(ColumnArrays.times(times, time -> time))).isEqualTo(times);
        assertThat(readBack(ColumnArrays.optionalTimes(times, Optional::of))).isEqualTo(times);
    }

    @Test
    void a_time_that_is_not_there_is_null() {
        var read = DATABASE.superuser()
                .sql(
                        "select count(*) filter (where at is null) from (select to_timestamp(unnest(:times::float8[])) as at)")
                .param(
                        "times",
                        ColumnArrays.optionalTimes(
                                List.of(1, 2, 3), n -> Optional.of(LAST).filter(_ -> n == 2)))
                .query(Integer.class)
                .single();

        assertThat(read).isEqualTo(2);
    }

    private static List<Instant> readBack(Object times) {
        return DATABASE.superuser()
                .sql("select to_timestamp(unnest(:times::float8[]))")
                .param("times", times)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }
}
