package dev.holdfast.shopify.inbox;

import static dev.holdfast.shopify.inbox.RunningInbox.OTHER;
import static dev.holdfast.shopify.inbox.RunningInbox.SHOP;
import static dev.holdfast.shopify.inbox.RunningInbox.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.privacy.Forgotten;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.inbox.InboxDesk.Answer;
import dev.holdfast.shopify.inbox.InboxDesk.SetAside;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class InboxDeskTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final InboxDesk desk = new InboxDesk(DATABASE.database());
    private RunningInbox inbox = new RunningInbox(DATABASE);
    private ShopId shop = new ShopId(1);

    /** Handles what failed, as the next version might. */
    private final class Mended implements WebhookHandler {
        @Override
        public Set<String> topics() {
            return Set.of("orders/create", "moons/full");
        }

        @Override
        public void handle(JdbcClient sql, ShopId of, List<Webhook> webhooks) {
            inbox.orders.handle(
                    sql,
                    of,
                    webhooks.stream()
                            .map(one -> WebhookReader.read(new InboxRow(
                                    1,
                                    one.webhookId(),
                                    one.topic(),
                                    one.eventId(),
                                    one.triggeredAt(),
                                    Body.of("{}".getBytes(StandardCharsets.UTF_8)),
                                    one.receivedAt())))
                            .toList());
        }
    }

    @BeforeEach
    void webhooks_that_were_set_aside() throws Exception {
        inbox = new RunningInbox(DATABASE);
        shop = inbox.shops.install(SHOP);
        inbox.table.insert(
                List.of(delivery(SHOP, "bad", "orders/create", "{\"poison\":true,\"email\":\"jane@example.com\"}")));
        inbox.table.insert(List.of(delivery(SHOP, "moon", "moons/full", "{\"email\":\"jane@example.com\"}")));
        inbox.arrive(SHOP, "good");
        inbox.sweep.run();
        assertThat(inbox.handled(SHOP)).containsExactly("good");
    }

    @Test
    void they_are_shown_without_what_is_in_them() {
        assertThat(desk.list(shop, 10)).extracting(SetAside::webhookId).containsExactlyInAnyOrder("bad", "moon");
        assertThat(desk.list(shop, 10))
                .extracting(SetAside::why)
                .containsExactlyInAnyOrder(
                        "DataIntegrityViolationException", "Nothing in this version handles moons/full.");
        assertThat(desk.list(shop, 10).toString()).doesNotContain("jane");
        assertThat(desk.list(shop, 1)).hasSize(1);
    }

    @Test
    void one_that_is_retried_is_handled_once_and_one_that_fails_again_is_set_aside_again() {
        assertThat(desk.retry(shop, "bad")).isEqualTo(Answer.OK);
        assertThat(desk.retry(shop, "bad")).isEqualTo(Answer.NOT_THERE);
        inbox.sweep.run();
        assertThat(desk.list(shop, 10)).extracting(SetAside::webhookId).containsExactlyInAnyOrder("bad", "moon");

        assertThat(desk.retry(shop, "bad")).isEqualTo(Answer.OK);
        inbox.newSweep(new Mended()).run();
        assertThat(inbox.handled(SHOP)).containsExactly("good", "bad");
        assertThat(desk.list(shop, 10)).extracting(SetAside::webhookId).containsExactly("moon");
    }

    @Test
    void all_are_retried_in_the_order_they_came_and_those_of_another_shop_stay() throws Exception {
        var other = inbox.shops.install(OTHER);
        inbox.table.insert(List.of(delivery(OTHER, "theirs", "moons/full", "{}")));
        inbox.sweep.run();
        assertThat(desk.retryAll(shop)).isEqualTo(2);
        assertThat(desk.retry(shop, "theirs")).isEqualTo(Answer.NOT_THERE);
        inbox.newSweep(new Mended()).run();
        assertThat(inbox.handled(SHOP)).containsExactly("good", "bad", "moon");
        assertThat(desk.list(shop, 10)).isEmpty();
        assertThat(desk.list(other, 10)).hasSize(1);
    }

    @Test
    void one_whose_contents_are_gone_cannot_be_retried() throws Exception {
        DATABASE.database().inShop(shop, sql -> {
            Forgotten.add(sql, shop, List.of(4711L), inbox.clock.instant());
            return shop;
        });
        inbox.table.insert(List.of(delivery(SHOP, "late", "moons/full", "{\"customer\":{\"id\":4711}}")));
        inbox.sweep.run();
        assertThat(desk.list(shop, 10))
                .filteredOn(SetAside::empty)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.webhookId()).isEqualTo("late");
                    assertThat(one.why()).startsWith("Emptied: ");
                });
        assertThat(desk.retry(shop, "late")).isEqualTo(Answer.EMPTY);
        assertThat(desk.retryAll(shop)).isEqualTo(2);
    }
}
