package dev.holdfast.shopify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.health.Health.Level;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.client.ShopAccess;
import dev.holdfast.simulator.http.FaultRates;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The health page says why what was decided has not happened yet. */
class OutboxHealthTest extends ToyOutbox {
    private static final FaultRates DOWN = new FaultRates(0, 1000, 0, 0, 0, Duration.ZERO);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    OutboxHealthTest() {
        super(DATABASE);
    }

    @Test
    void while_shopify_is_down_it_says_so_and_no_longer_once_it_is_back() {
        for (int i = 0; i < 3; i++) {
            decide("subject " + i, -1);
        }
        shopify.simulator.faults().set(DOWN, 1);
        outbox.run();
        assertThat(outbox.health().sentence()).contains("3 effects wait", "because: ", "answered with status 5");
        assertThat(outbox.troubles.check().level()).isEqualTo(Level.WARNING);
        assertThat(outbox.troubles.check().sentence()).contains("3 calls had trouble", "answered with status 5");
        outbox.runFor(Duration.ofMinutes(20));
        assertThat(outbox.health().level()).isEqualTo(Level.WARNING);

        shopify.simulator.faults().set(FaultRates.NONE, 1);
        outbox.runFor(Duration.ofMinutes(10));
        assertThat(outbox.health().sentence()).isEqualTo("no effect waits");
        assertThat(outbox.troubles.check().level()).isEqualTo(Level.GOOD);
    }

    @Test
    void one_call_that_failed_is_no_reason_to_look() {
        decide("a", -1);
        shopify.simulator.faults().set(DOWN, 1);
        outbox.run();
        assertThat(outbox.troubles.check().level()).isEqualTo(Level.GOOD);
    }

    @Test
    void without_a_token_it_says_what_keeps_the_shop() {
        outbox.access.grants.remove(shop);
        decide("a", -1);
        outbox.run();
        assertThat(outbox.health().sentence()).contains("1 effect waits", "because: Nobody has installed it.");
    }

    @Test
    void before_the_merchant_agrees_it_says_how_to() {
        outbox.access.grants.put(shop, new ShopAccess.Given(shopify.access(DOMAIN), false));
        decide("a", -1);
        outbox.run();
        assertThat(outbox.health().sentence()).contains("because: The merchant has not agreed", "holdfast changes");
    }

    @Test
    void without_points_it_says_that_shopify_sets_the_pace() {
        for (int i = 0; i < 150; i++) {
            decide("subject " + i, -1);
        }
        outbox.run();
        assertThat(outbox.health().sentence()).contains("because: Shopify lets this shop do only so much at a time.");
        for (int second = 0; second < 60; second++) {
            shopify.clock.advance(Duration.ofSeconds(1));
            outbox.runFor(Duration.ofSeconds(1));
        }
        assertThat(outbox.health().sentence()).isEqualTo("no effect waits");
    }

    @Test
    void of_what_was_set_aside_it_gives_the_reason_without_addresses() {
        decide("a", -1);
        DATABASE.superuser().sql("""
                        update outbox set state = 'set_aside', reason = 'Shopify refused it: ann.lee@example.com is unknown.'
                        """).update();
        assertThat(outbox.health()).satisfies(told -> {
            assertThat(told.level()).isEqualTo(Level.WARNING);
            assertThat(told.sentence())
                    .contains("1 of them set aside, because: Shopify refused it: (an address) is unknown.")
                    .contains("holdfast outbox list");
        });
    }
}
