package dev.holdfast.shopify.inbox;

import static dev.holdfast.shopify.inbox.RunningInbox.OTHER;
import static dev.holdfast.shopify.inbox.RunningInbox.SHOP;
import static dev.holdfast.shopify.inbox.RunningInbox.delivery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.turn.Duty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

class InboxTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private RunningInbox inbox = new RunningInbox(DATABASE);

    @BeforeEach
    void an_installed_shop() {
        inbox = new RunningInbox(DATABASE);
        inbox.shops.install(SHOP);
    }

    @Test
    void webhooks_are_handled_in_the_order_they_arrived_and_leave() throws Exception {
        inbox.arrive(SHOP, "c", "a", "b");
        assertThat(inbox.sweep.run()).isTrue();
        assertThat(inbox.handled(SHOP)).containsExactly("c", "a", "b");
        assertThat(inbox.waiting()).isZero();
        assertThat(inbox.sweep.run()).isFalse();
    }

    @Test
    void those_of_one_handler_that_follow_each_other_come_together() throws Exception {
        inbox.arrive(SHOP, "a", "b");
        inbox.table.insert(List.of(delivery(SHOP, "c", "orders/updated", "{}")));
        inbox.sweep.run();
        assertThat(inbox.orders.runs).containsExactly(3);
    }

    @Test
    void a_duplicate_that_waits_is_stored_once() throws Exception {
        inbox.arrive(SHOP, "a", "a");
        assertThat(inbox.waiting()).isEqualTo(1);
        inbox.table.insert(
                List.of(delivery(SHOP, "a", "orders/create", "{}"), delivery(SHOP, "b", "orders/create", "{}")));
        inbox.sweep.run();
        assertThat(inbox.handled(SHOP)).containsExactly("a", "b");
    }

    @Test
    void a_duplicate_of_one_that_was_handled_is_not_handled_again() throws Exception {
        inbox.arrive(SHOP, "a");
        inbox.sweep.run();
        inbox.arrive(SHOP, "a", "b");
        inbox.sweep.run();
        assertThat(inbox.handled(SHOP)).containsExactly("a", "b");
        assertThat(inbox.waiting()).isZero();
    }

    @Test
    void the_same_id_of_two_shops_is_two_webhooks() throws Exception {
        inbox.shops.install(OTHER);
        inbox.arrive(SHOP, "a");
        inbox.arrive(OTHER, "a");
        inbox.sweep.run();
        assertThat(inbox.handled(SHOP)).containsExactly("a");
        assertThat(inbox.handled(OTHER)).containsExactly("a");
    }

    @Test
    void a_poison_message_is_set_aside_with_its_reason_and_does_not_stop_its_shop() throws Exception {
        inbox.arrive(SHOP, "a", "b");
        inbox.table.insert(List.of(delivery(SHOP, "bad", "orders/create", "{\"poison\":true}")));
        inbox.arrive(SHOP, "c", "d");
        inbox.sweep.run();
        assertThat(inbox.handled(SHOP)).containsExactly("a", "b", "c", "d");
        assertThat(inbox.waiting()).isZero();
        assertThat(inbox.setAside()).singleElement().satisfies(row -> {
            assertThat(row.webhookId()).isEqualTo("bad");
            assertThat(row.cause()).isEqualTo("failed");
            assertThat(row.reason()).contains("division by zero");
        });
    }

    @Test
    void what_is_no_json_is_set_aside_byte_for_byte() throws Exception {
        var bytes = new byte[] {'{', 0, (byte) 0xff, '}'};
        inbox.table.insert(List.of(
                new Delivery(SHOP, "odd", "orders/create", Optional.empty(), Optional.empty(), Body.of(bytes))));
        inbox.table.insert(List.of(delivery(SHOP, "text", "orders/create", "<order/>")));
        inbox.table.insert(List.of(delivery(SHOP, "list", "orders/create", "[]")));
        inbox.arrive(SHOP, "good");
        inbox.sweep.run();
        assertThat(inbox.handled(SHOP)).containsExactly("good");
        assertThat(inbox.setAside())
                .extracting(RunningInbox.SetAside::webhookId)
                .containsExactly("list", "odd", "text");
        var kept = inbox.setAside().get(1).body();
        assertThat(new Body(kept, true, 4).bytes()).isEqualTo(bytes);
    }

    @Test
    void an_unknown_topic_is_kept_and_not_refused() throws Exception {
        inbox.table.insert(List.of(delivery(SHOP, "moon", "moons/full", "{}")));
        inbox.arrive(SHOP, "a");
        inbox.sweep.run();
        assertThat(inbox.handled(SHOP)).containsExactly("a");
        assertThat(inbox.setAside()).singleElement().satisfies(row -> {
            assertThat(row.cause()).isEqualTo("unknown_topic");
            assertThat(row.reason()).contains("moons/full");
        });
    }

    @Test
    void webhooks_that_overtake_the_installation_wait_for_it() throws Exception {
        inbox.arrive(OTHER, "early");
        assertThat(inbox.sweep.run()).isFalse();
        inbox.shops.install(OTHER);
        inbox.sweep.run();
        assertThat(inbox.handled(OTHER)).containsExactly("early");
    }

    @Test
    void webhooks_of_a_shop_that_never_installs_are_forgotten_after_a_week() throws Exception {
        inbox.arrive(OTHER, "early");
        inbox.clock.forward(Duration.ofDays(7));
        inbox.sweep.run();
        assertThat(inbox.waiting()).isEqualTo(1);
        inbox.clock.forward(Duration.ofSeconds(1));
        inbox.sweep.run();
        assertThat(inbox.waiting()).isZero();
    }

    @Test
    void a_crash_between_handling_and_removing_handles_nothing_twice() throws Exception {
        inbox.arrive(SHOP, "a", "b");
        inbox.sweep.run();
        // As if the process had ended before the rows were removed.
        inbox.arrive(SHOP, "a", "b");
        inbox.newSweep(inbox.orders).run();
        assertThat(inbox.handled(SHOP)).containsExactly("a", "b");
        assertThat(inbox.waiting()).isZero();
    }

    @Test
    void a_shop_that_somebody_works_on_is_left_to_them() throws Exception {
        inbox.arrive(SHOP, "a");
        var shop = inbox.shops.find(SHOP).orElseThrow();
        assertThat(inbox.turns.take(Duty.INBOX, shop)).isPresent();
        assertThat(inbox.sweep.run()).isFalse();
        inbox.clock.forward(Duration.ofSeconds(10));
        assertThat(inbox.sweep.run()).isTrue();
        assertThat(inbox.handled(SHOP)).containsExactly("a");
    }

    @Test
    void who_has_lost_the_turn_changes_nothing() throws Exception {
        inbox.arrive(SHOP, "a");
        var shop = inbox.shops.find(SHOP).orElseThrow();
        var slow = inbox.turns.take(Duty.INBOX, shop).orElseThrow();
        inbox.clock.forward(Duration.ofSeconds(11));
        assertThat(inbox.turns.take(Duty.INBOX, shop)).isPresent();
        var processor = new InboxProcessor(
                DATABASE.database(), inbox.turns, new InboxHandlers(List.of(inbox.orders)), inbox.clock);
        assertThatThrownBy(() -> processor.work(slow, SHOP)).hasMessageContaining("taken over");
        assertThat(inbox.handled(SHOP)).isEmpty();
    }

    static List<RuntimeException> troubles() {
        return List.of(
                new DataAccessResourceFailureException("no database"),
                new CannotAcquireLockException("deadlock, five times"),
                new QueryTimeoutException("canceled by an administrator"),
                new UncheckedIOException("no file", new IOException("disk full")));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void one_shop_that_fails_does_not_stop_the_others(RuntimeException trouble) throws Exception {
        inbox.shops.install(OTHER);
        inbox.arrive(SHOP, "a");
        inbox.arrive(OTHER, "b");
        var unlucky = inbox.shops.find(OTHER).orElseThrow();
        var sweep = inbox.newSweep(new WebhookHandler() {
            @Override
            public Set<String> topics() {
                return inbox.orders.topics();
            }

            @Override
            public void handle(JdbcClient sql, ShopId shop, List<Webhook> webhooks) {
                if (shop.equals(unlucky)) {
                    throw trouble;
                }
                inbox.orders.handle(sql, shop, webhooks);
            }
        });
        sweep.run();
        assertThat(inbox.handled(SHOP)).containsExactly("a");
        assertThat(inbox.setAside()).isEmpty();
        assertThat(inbox.waiting()).isEqualTo(1);
    }

    @Test
    void many_with_some_poison_among_them_come_through() throws Exception {
        var good = IntStream.range(0, 700)
                .filter(i -> i % 97 != 0)
                .mapToObj("w%03d"::formatted)
                .toList();
        for (int i = 0; i < 700; i++) {
            inbox.table.insert(List.of(
                    delivery(SHOP, "w%03d".formatted(i), "orders/create", i % 97 == 0 ? "{\"poison\":true}" : "{}")));
        }
        while (inbox.sweep.run()) {
            assertThat(inbox.waiting()).isLessThan(700);
        }
        assertThat(inbox.handled(SHOP)).containsExactlyElementsOf(good);
        assertThat(inbox.setAside()).hasSize(8);
    }

    @Test
    void two_handlers_of_one_topic_are_our_bug() {
        assertThatThrownBy(() -> inbox.newSweep(inbox.orders, new RunningInbox.Orders()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("orders/");
    }

    @Test
    void bodies_are_kept_in_no_log_by_a_records_text() {
        var delivery = delivery(SHOP, "a", "orders/create", "{\"email\":\"jane@example.com\"}");
        assertThat(delivery.toString()).doesNotContain("jane");
        assertThat(new String(delivery.body().bytes(), StandardCharsets.UTF_8)).contains("jane");
    }
}
