package dev.holdfast.shopify.inbox;

import static dev.holdfast.shopify.inbox.RunningInbox.OTHER;
import static dev.holdfast.shopify.inbox.RunningInbox.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InboxHealthTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final RunningInbox inbox = new RunningInbox(DATABASE);

    private Health health() {
        var figures = new InboxFigures(DATABASE.database(), inbox.shops, inbox.clock);
        return new InboxHealth(new InboxRows(DATABASE.database()), figures, inbox.clock).check();
    }

    @Test
    void webhooks_that_nobody_handles_ask_for_a_worker() throws Exception {
        inbox.shops.install(SHOP);
        inbox.arrive(SHOP, "a");
        assertThat(health().level()).isEqualTo(Health.Level.GOOD);
        inbox.clock.forward(Duration.ofMinutes(2));
        assertThat(health().level()).isEqualTo(Health.Level.WARNING);
        assertThat(health().sentence()).contains("is a process of role worker or all running?");
        inbox.clock.forward(Duration.ofMinutes(14));
        assertThat(health().level()).isEqualTo(Health.Level.BAD);
    }

    @Test
    void webhooks_for_a_shop_that_is_not_installed_here_blame_no_worker() throws Exception {
        inbox.shops.install(SHOP);
        inbox.arrive(OTHER, "a", "b");
        inbox.clock.forward(Duration.ofMinutes(16));
        inbox.arrive(SHOP, "c");
        assertThat(health().level()).isEqualTo(Health.Level.WARNING);
        assertThat(health().sentence()).startsWith("3 webhooks wait").contains(OTHER.value() + ", not installed here");
        inbox.clock.forward(Duration.ofMinutes(16));
        assertThat(health().level()).as("one of ours has waited as well").isEqualTo(Health.Level.BAD);
    }
}
