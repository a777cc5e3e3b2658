package dev.holdfast.shopify.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.testing.SettableClock;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockDifferenceTest {
    private final SettableClock clock = new SettableClock("2026-11-23T12:00:00Z");
    private final ClockDifference difference = new ClockDifference(clock);

    private void answered(String date, Duration took) {
        difference.saw(HttpHeaders.of(Map.of("date", List.of(date)), (_, _) -> true), took);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 23 Nov 2026 12:00:00 GMT | PT0.2S | GOOD    | within 2 s",
                "Mon, 23 Nov 2026 11:59:52 GMT | PT0S   | GOOD    | within 9 s",
                "Mon, 23 Nov 2026 11:59:30 GMT | PT0S   | WARNING | is ahead by about 29 s",
                "Mon, 23 Nov 2026 11:59:30 GMT | PT40S  | GOOD    | within 31 s",
                "Mon, 23 Nov 2026 12:04:00 GMT | PT0S   | WARNING | is behind by about 240 s",
                "today                         | PT0S   | GOOD    | Shopify has told no time lately",
            })
    void a_clock_is_told_that_is_farther_off_than_an_answer_can_hide(
            String date, Duration took, Health.Level level, String words) {
        answered(date, took);
        assertThat(difference.check().level()).isEqualTo(level);
        assertThat(difference.check().sentence()).startsWith(words);
    }

    @Test
    void a_clock_that_was_set_since_is_not_judged_by_what_was_before() {
        answered("Mon, 23 Nov 2026 11:59:00 GMT", Duration.ZERO);
        assertThat(difference.check().level()).isEqualTo(Health.Level.WARNING);
        clock.set(clock.instant().minus(Duration.ofDays(1)));
        assertThat(difference.check().level()).isEqualTo(Health.Level.GOOD);
        answered("Sun, 22 Nov 2026 12:00:00 GMT", Duration.ZERO);
        assertThat(difference.check().sentence()).startsWith("within ");
    }
}
