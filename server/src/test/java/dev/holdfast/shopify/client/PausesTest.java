package dev.holdfast.shopify.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PausesTest {

    @Test
    void each_pause_is_twice_the_one_before_until_a_minute() {
        var random = new Random(20261123);
        var seconds = IntStream.rangeClosed(1, 9)
                .mapToObj(attempts -> Pauses.after(attempts, random))
                .map(Duration::toMillis)
                .toList();
        var least = new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60};
        for (int i = 0; i < least.length; i++) {
            assertThat(seconds.get(i)).isBetween(least[i] * 1000, least[i] * 1200);
        }
    }

    @Test
    void a_thousand_attempts_in_vain_still_pause_a_minute() {
        assertThat(Pauses.after(1000, new Random(1))).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(72));
    }

    @Test
    void two_that_failed_together_do_not_come_back_together() {
        var random = new Random(20261123);
        assertThat(IntStream.range(0, 20).mapToObj(_ -> Pauses.after(7, random)).distinct())
                .hasSizeGreaterThan(15);
    }
}
