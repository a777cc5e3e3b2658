package dev.holdfast.shopify.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.platform.work.Instance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed in its turn; another begins. */
class DeadTurnsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    // Nobody waits for so long here, and it is short enough not to be taken for a clock's mistake.
    private static final Duration LENGTH = Duration.ofSeconds(80);

    private final InstantSource clock = InstantSource.system();
    private ShopId shop = new ShopId(1);

    @TempDir
    Path folder;

    @BeforeEach
    void a_shop() {
        shop = TurnsTest.onlyShop(DATABASE, clock);
    }

    private Instance begin(String home) {
        return Instance.begin(new Home(folder.resolve(home)).prepared(), UUID.randomUUID());
    }

    private Turns turns(Instance of) {
        return new Turnstile(DATABASE.database(), clock, of).turns(LENGTH);
    }

    @Test
    void the_next_process_has_a_dead_ones_turn_at_once() {
        var killed = begin("one");
        var theirs = turns(killed);
        var lost = theirs.take(Duty.OUTBOX, shop).orElseThrow();
        killed.close();
        try (var next = begin("one")) {
            var ours = turns(next);
            assertThat(ours.take(Duty.OUTBOX, shop)).isPresent();
            assertThatThrownBy(() -> theirs.in(lost, _ -> {}))
                    .as("had it lived, it would be told")
                    .isInstanceOf(TurnLost.class);
        }
    }

    @Test
    void what_was_due_in_a_dead_ones_turn_is_due() {
        var killed = begin("one");
        assertThat(turns(killed).take(Duty.OUTBOX, shop)).isPresent();
        killed.close();
        try (var next = begin("one")) {
            assertThat(turns(next).step(Duty.OUTBOX, _ -> {})).isTrue();
        }
    }

    @Test
    void nobody_elses_turn_is_touched() {
        try (var beside = begin("one");
                var elsewhere = begin("two")) {
            assertThat(turns(beside).take(Duty.INBOX, shop)).isPresent();
            assertThat(turns(elsewhere).take(Duty.REFRESH, shop)).isPresent();
            var killed = begin("one");
            assertThat(turns(killed).take(Duty.OUTBOX, shop)).isPresent();
            killed.close();
            try (var next = begin("one")) {
                assertThat(turns(next).take(Duty.INBOX, shop)).isEmpty();
                assertThat(turns(next).take(Duty.REFRESH, shop)).isEmpty();
                assertThat(turns(next).take(Duty.OUTBOX, shop)).isPresent();
            }
        }
    }

    @Test
    void what_a_dead_one_gave_back_is_not_taken_from_who_has_it_now() {
        var killed = begin("one");
        var theirs = turns(killed);
        theirs.giveBack(theirs.take(Duty.OUTBOX, shop).orElseThrow(), Instant.MAX);
        try (var elsewhere = begin("two")) {
            assertThat(turns(elsewhere).take(Duty.OUTBOX, shop)).isPresent();
            killed.close();
            try (var next = begin("one")) {
                assertThat(turns(next).take(Duty.OUTBOX, shop)).isEmpty();
            }
        }
    }
}
