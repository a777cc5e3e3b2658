package dev.holdfast.shopify.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.health.Health.Level;
import dev.holdfast.shopify.ShopDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private static final ShopDomain TOYS = new ShopDomain("toys.myshopify.com");

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final Troubles troubles = new Troubles(new InstantSource() {
        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void a_call_or_two_that_fail_at_once_are_not_told() {
        fails(2, Duration.ofSeconds(1));
        assertThat(troubles.check().level()).isEqualTo(Level.GOOD);

        fails(1, Duration.ofSeconds(1));
        assertThat(troubles.check().level()).isEqualTo(Level.WARNING);
        assertThat(troubles.check().sentence()).startsWith("toys.myshopify.com: 3 calls had trouble since ");
    }

    @Test
    void one_call_that_was_waited_for_long_is_told() {
        fails(1, Duration.ofSeconds(20));

        assertThat(troubles.check().sentence()).startsWith("toys.myshopify.com: 1 call had trouble since ");
    }

    @Test
    void it_is_over_after_a_minute_without() {
        fails(3, Duration.ofSeconds(20));
        now = now.plusSeconds(61);

        assertThat(troubles.check().level()).isEqualTo(Level.GOOD);
    }

    private void fails(int times, Duration waited) {
        for (int time = 0; time < times; time++) {
            troubles.failed(TOYS, waited, "broke off");
        }
    }
}
