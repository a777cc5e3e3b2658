package dev.holdfast.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S   | no webhook waits",
                "1 | PT3S   | 1 webhook waits, for 3 s",
                "2 | PT0S   | 2 webhooks wait, the oldest for 0 s",
                "2 | PT15M  | 2 webhooks wait, the oldest for 15 min",
                "2 | PT27H  | 2 webhooks wait, the oldest for 27 h",
                "2 | PT100H | 2 webhooks wait, the oldest for 4 days",
            })
    void what_waits_is_told_in_words_that_fit_how_much_and_how_long(long count, Duration oldest, String words) {
        assertThat(Waiting.sentence(count, "webhook", oldest)).isEqualTo(words);
    }
}
