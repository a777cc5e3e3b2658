package dev.holdfast.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every date of a shop has one comparison, the nights included in which its clocks are changed. */
class NightsTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-27, 2026-03-31",
        "Europe/Berlin, 2026-10-23, 2026-10-27",
        "America/New_York, 2026-03-06, 2026-03-10",
        "America/New_York, 2026-10-30, 2026-11-03",
        "Australia/Lord_Howe, 2026-04-03, 2026-04-07",
        "Pacific/Chatham, 2026-09-25, 2026-09-29"
    })
    void every_date_of_the_shop_is_compared_once(String zone, LocalDate from, LocalDate until) {
        var shop = ZoneId.of(zone);
        Instant end = until.atStartOfDay(shop).toInstant();
        List<LocalDate> compared = new ArrayList<>();
        Instant at = next(from.atStartOfDay(shop).toInstant());
        while (at.isBefore(end)) {
            compared.add(at.atZone(shop).toLocalDate());
            // It takes a while.
            at = next(at.plus(Duration.ofMinutes(20)));
        }
        assertThat(compared)
                .containsExactlyElementsOf(Stream.iterate(from, until::isAfter, day -> day.plusDays(1))
                        .toList());
    }

    private static Instant next(Instant done) {
        return ReportConfiguration.EVERY_NIGHT.getNextExecutionTime(ExecutionComplete.simulatedSuccess(done));
    }
}
