package dev.holdfast.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.Ids;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeasesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock("2026-03-29T00:59:30Z");
    private final Leases leases = new Leases(DATABASE.database(), clock, new Ids(clock));

    @BeforeEach
    void nobody_holds_anything() {
        DATABASE.superuser().sql("truncate lease").update();
    }

    @Test
    void one_of_many_takes_it() {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tries = IntStream.range(0, 32)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> leases.take("refresh", MINUTE), threads))
                    .toList();
            assertThat(tries.stream().map(CompletableFuture::join).filter(taken -> taken.isPresent()))
                    .hasSize(1);
        }
    }

    @Test
    void it_is_free_again_when_its_time_is_over_and_not_before() {
        Lease first = leases.take("refresh", MINUTE).orElseThrow();
        clock.forward(MINUTE.minusMillis(1));
        assertThat(leases.take("refresh", MINUTE)).isEmpty();
        clock.forward(Duration.ofMillis(1));
        Lease second = leases.take("refresh", MINUTE).orElseThrow();
        assertThat(second.fence()).isGreaterThan(first.fence());
    }

    @Test
    void one_that_is_renewed_stays() {
        Lease first = leases.take("refresh", MINUTE).orElseThrow();
        clock.forward(Duration.ofSeconds(50));
        leases.renew(first, MINUTE);
        clock.forward(Duration.ofSeconds(50));
        assertThat(leases.take("refresh", MINUTE)).isEmpty();
    }

    @Test
    void one_given_back_is_free_at_once() {
        leases.release(leases.take("refresh", MINUTE).orElseThrow());
        assertThat(leases.take("refresh", MINUTE)).isPresent();
    }

    @Test
    void who_slept_past_its_end_can_write_nothing() {
        Lease slept = leases.take("refresh", MINUTE).orElseThrow();
        clock.forward(MINUTE);
        Lease next = leases.take("refresh", MINUTE).orElseThrow();
        assertThatThrownBy(() -> guarded(slept)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> leases.renew(slept, MINUTE)).isInstanceOf(LeaseLost.class);
        leases.release(slept);
        guarded(next);
        assertThat(leases.take("refresh", MINUTE)).isEmpty();
    }

    private void guarded(Lease lease) {
        DATABASE.database().global(sql -> {
            leases.guard(sql, lease);
            return true;
        });
    }
}
