package dev.holdfast.simulator.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {

    private static final Instant START = Instant.parse("2026-03-28T12:00:00Z");

    @Test
    void work_runs_in_order_of_its_time_and_at_its_time() {
        SimulatedClock clock = SimulatedClock.stoppedAt(START);
        List<String> ran = new ArrayList<>();
        clock.at(START.plusSeconds(20), () -> ran.add("b at " + clock.now()));
        clock.at(START.plusSeconds(10), () -> ran.add("a at " + clock.now()));
        clock.at(START.plusSeconds(20), () -> ran.add("c at " + clock.now()));
        clock.at(START.plusSeconds(99), () -> ran.add("never"));

        clock.advance(Duration.ofSeconds(60));

        assertThat(ran)
                .containsExactly("a at 2026-03-28T12:00:10Z", "b at 2026-03-28T12:00:20Z", "c at 2026-03-28T12:00:20Z");
        assertThat(clock.now()).isEqualTo(START.plusSeconds(60));
        assertThat(clock.nextDue()).contains(START.plusSeconds(99));
    }

    @Test
    void work_that_makes_work_runs_it_on_the_same_way() {
        SimulatedClock clock = SimulatedClock.stoppedAt(START);
        List<Instant> ran = new ArrayList<>();
        clock.at(START.plusSeconds(1), () -> clock.at(START.plusSeconds(2), () -> ran.add(clock.now())));

        clock.advance(Duration.ofSeconds(5));

        assertThat(ran).containsExactly(START.plusSeconds(2));
    }

    @Test
    void it_goes_back_only_when_it_is_set() {
        SimulatedClock clock = SimulatedClock.stoppedAt(START);
        assertThatThrownBy(() -> clock.advanceTo(START.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("It is " + START);

        clock.set(START.minusSeconds(86_400));

        assertThat(clock.now()).isEqualTo(START.minusSeconds(86_400));
    }

    @Test
    void advancing_a_clock_that_runs_fast_never_finds_the_time_gone_by() {
        SimulatedClock clock = SimulatedClock.running(START, 1_000_000);
        for (int i = 0; i < 2_000; i++) {
            Instant before = clock.now();
            clock.advance(Duration.ofNanos(i % 2));
            clock.reach(before);
            clock.set(clock.now());
            assertThat(clock.now()).isAfterOrEqualTo(before);
        }
        assertThatThrownBy(() -> clock.advance(Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-1H");
    }

    @Test
    void two_who_advance_at_once_add_up() throws Exception {
        SimulatedClock clock = SimulatedClock.stoppedAt(START);
        Runnable hours = () -> {
            for (int i = 0; i < 1_000; i++) {
                clock.advance(Duration.ofHours(1));
            }
        };
        Thread other = Thread.ofVirtual().start(hours);
        hours.run();
        other.join();
        assertThat(clock.now()).isEqualTo(START.plus(Duration.ofHours(2_000)));
    }

    @Test
    void it_runs_as_fast_as_it_is_told() {
        SimulatedClock clock = SimulatedClock.running(START, 1_000_000);
        Instant before = clock.now();
        while (!clock.now().isAfter(before.plusSeconds(1))) {
            Thread.onSpinWait();
        }
        clock.speed(0);
        Instant stopped = clock.now();

        assertThat(clock.now()).isEqualTo(stopped);
        clock.at(stopped, () -> {});
        assertThat(clock.runDue()).isEqualTo(1);
    }
}
