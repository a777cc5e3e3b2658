package dev.holdfast.shopify.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.platform.work.Instance;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.shop.Shops;
import dev.holdfast.shopify.ShopDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class TurnsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final SettableClock clock = new SettableClock("2026-07-01T12:00:00Z");
    private final Turns turns =
            new Turns(DATABASE.database(), clock, Duration.ofSeconds(30), Instance.alone(UUID.randomUUID()));
    private final Announcements announcements = new Announcements(new Wakes());
    private ShopId shop = new ShopId(1);

    @BeforeEach
    void a_shop() {
        shop = onlyShop(DATABASE, clock);
    }

    /** A new one; nobody has a turn at it, and there is no other. */
    static ShopId onlyShop(TestDatabase database, InstantSource clock) {
        database.superuser()
                .sql("truncate shop_turn, turn_announcement, shop restart identity cascade")
                .update();
        return new Shops(database.database(), clock).install(new ShopDomain("toy-shop.myshopify.com"));
    }

    private void announce(Instant due) {
        DATABASE.database().inShop(shop, sql -> {
            announcements.announce(sql, Duty.OUTBOX, shop, due);
            return due;
        });
    }

    private boolean isDue() {
        return turns.step(Duty.OUTBOX, turn -> turns.giveBack(turn, Instant.MAX));
    }

    @Test
    void an_announcement_is_one_turn() {
        assertThat(isDue()).isFalse();
        announce(clock.instant());
        announce(clock.instant());
        assertThat(isDue()).isTrue();
        assertThat(isDue()).isFalse();
    }

    @Test
    void what_is_announced_for_later_waits_until_then() {
        announce(clock.instant().plusSeconds(10));
        announce(clock.instant());
        assertThat(isDue()).isTrue();
        assertThat(isDue()).isFalse();
        clock.forward(Duration.ofSeconds(10));
        assertThat(isDue()).isTrue();
    }

    @Test
    void what_is_announced_in_the_middle_of_a_turn_is_another_one_and_waits_for_nobody() {
        announce(clock.instant());
        turns.step(Duty.OUTBOX, turn -> {
            turns.in(turn, _ -> besides(() -> announce(clock.instant())));
            turns.giveBack(turn, Instant.MAX);
        });
        assertThat(isDue()).isTrue();
    }

    @Test
    void what_is_announced_while_the_turn_is_given_back_is_not_overlooked() {
        announce(clock.instant());
        turns.step(
                Duty.OUTBOX,
                turn -> turns.giveBack(turn, sql -> {
                    besides(() -> announce(clock.instant()));
                    return Instant.MAX;
                }));
        assertThat(isDue()).isTrue();
    }

    @Test
    void what_was_announced_and_not_committed_when_the_turn_was_taken_is_another_one() {
        announce(clock.instant());
        DATABASE.database().inShop(shop, sql -> {
            announcements.announce(sql, Duty.OUTBOX, shop, clock.instant());
            besides(() -> assertThat(isDue()).isTrue());
            return shop;
        });
        assertThat(isDue()).isTrue();
        assertThat(isDue()).isFalse();
    }

    @Test
    void an_announcement_that_is_rolled_back_was_never_made() {
        assertThatThrownBy(() -> DATABASE.database().inShop(shop, sql -> {
                    announcements.announce(sql, Duty.OUTBOX, shop, clock.instant());
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(isDue()).isFalse();
    }

    @Test
    void a_turn_whose_holder_has_died_is_due_again_when_it_has_run_out() {
        announce(clock.instant());
        assertThat(turns.take(Duty.OUTBOX, shop)).isPresent();
        assertThat(isDue()).isFalse();
        clock.forward(Duration.ofSeconds(30));
        assertThat(isDue()).isTrue();
    }

    @Test
    void who_is_too_slow_loses_the_turn_and_what_was_done_in_it() {
        announce(clock.instant());
        var slow = turns.take(Duty.OUTBOX, shop).orElseThrow();
        clock.forward(Duration.ofSeconds(30));
        assertThat(isDue()).isTrue();
        assertThatThrownBy(() -> turns.in(slow, _ -> {})).isInstanceOf(TurnLost.class);
        assertThatThrownBy(() -> turns.giveBack(slow, clock.instant())).isInstanceOf(TurnLost.class);
        assertThat(isDue()).isFalse();
    }

    @Test
    void a_turn_is_not_waited_for_while_its_holder_works_past_its_end() {
        announce(clock.instant());
        turns.step(
                Duty.OUTBOX,
                turn -> turns.in(turn, _ -> {
                    clock.forward(Duration.ofSeconds(31));
                    besides(() -> assertThat(isDue()).isFalse());
                }));
        clock.forward(Duration.ofSeconds(31));
        assertThat(isDue()).isTrue();
    }

    @Test
    void a_turn_that_was_taken_by_a_clock_a_day_ahead_waits_for_no_day() {
        announce(clock.instant());
        assertThat(turns.take(Duty.OUTBOX, shop)).isPresent();
        clock.set(clock.instant().minus(Duration.ofDays(1)));
        assertThat(isDue()).isTrue();
    }

    @Test
    void what_a_clock_a_day_ahead_announced_waits_for_no_day() {
        announce(clock.instant());
        clock.set(clock.instant().minus(Duration.ofDays(1)));
        assertThat(isDue()).isTrue();
        assertThat(isDue()).isFalse();
    }

    @Test
    void nothing_is_put_off_for_longer_than_what_counts_as_wrong() {
        announce(clock.instant());
        turns.step(Duty.OUTBOX, turn -> turns.giveBack(turn, clock.instant().plus(Duration.ofDays(1))));
        assertThat(isDue()).isFalse();
        clock.forward(Turns.FARTHEST);
        assertThat(isDue()).isTrue();
    }

    /** In a transaction of its own, on another connection. */
    private static void besides(Runnable work) {
        CompletableFuture.runAsync(work, command -> Thread.ofVirtual().start(command))
                .join();
    }
}
