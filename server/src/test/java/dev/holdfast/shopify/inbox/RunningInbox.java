package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.platform.work.Instance;
import dev.holdfast.shop.Shops;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.turn.Turns;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox on a real database, worked on by hand, with a handler that writes down what it is given. */
final class RunningInbox {
    static final ShopDomain SHOP = new ShopDomain("toy-shop.myshopify.com");
    static final ShopDomain OTHER = new ShopDomain("other.myshopify.com");

    final SettableClock clock = new SettableClock("2026-07-01T12:00:00Z");
    final TestDatabase database;
    final Shops shops;
    final Turns turns;
    final Orders orders = new Orders();
    final InboxTable table;
    final InboxSweep sweep;

    /** Takes orders, and can be made to fail. */
    static final class Orders implements WebhookHandler {
        final List<Integer> runs = new ArrayList<>();

        @Override
        public Set<String> topics() {
            return Set.of("orders/create", "orders/updated");
        }

        @Override
        public void handle(JdbcClient sql, ShopId shop, List<Webhook> webhooks) {
            for (var webhook : webhooks) {
                if (webhook.payload().path("poison").asBoolean(false)) {
                    // As a broken rule of the database would: the transaction is lost with it.
                    sql.sql("select 1 / 0").query(Integer.class).single();
                }
            }
            runs.add(webhooks.size());
            // Written with the transaction, so that what was undone is not there.
            webhooks.forEach(webhook -> sql.sql("""
                    insert into handled (shop_id, webhook_id, seq) values (:shop, :id,
                        (select count(*) from handled where shop_id = :shop))
                    """)
                    .param("shop", shop.value())
                    .param("id", webhook.webhookId())
                    .update());
        }
    }

    RunningInbox(TestDatabase database) {
        this.database = database;
        var superuser = database.superuser();
        superuser.sql("""
                drop table if exists handled;
                create table handled (shop_id bigint not null, webhook_id text not null, seq int not null);
                grant all on handled to public;
                truncate webhook_inbox, webhook_seen, webhook_set_aside, shop_turn, turn_announcement, outbox, shop restart identity cascade;
                """).update();
        this.shops = new Shops(database.database(), clock);
        this.turns = new Turns(database.database(), clock, Duration.ofSeconds(10), Instance.alone(UUID.randomUUID()));
        this.table = new InboxTable(database.database().source(), clock);
        this.sweep = newSweep(orders);
    }

    InboxSweep newSweep(WebhookHandler... handlers) {
        var processor =
                new InboxProcessor(database.database(), turns, new InboxHandlers(Arrays.asList(handlers)), clock);
        return new InboxSweep(database.database(), turns, shops, processor, clock);
    }

    static Delivery delivery(ShopDomain shop, String id, String topic, String json) {
        return new Delivery(
                shop,
                id,
                topic,
                Optional.empty(),
                Optional.of(Instant.parse("2026-07-01T11:59:59Z")),
                Body.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    void arrive(ShopDomain shop, String... ids) throws SQLException {
        for (var id : ids) {
            table.insert(List.of(delivery(shop, id, "orders/create", "{\"id\":1}")));
        }
    }

    /** What was handled for the shop, in order. */
    List<String> handled(ShopDomain shop) {
        return database.superuser()
                .sql("select webhook_id from handled where shop_id = :shop order by seq")
                .param("shop", shops.find(shop).orElseThrow().value())
                .query((row, _) -> row.getString("webhook_id"))
                .list();
    }

    long waiting() {
        return new InboxRows(database.database()).waiting().count();
    }

    List<SetAside> setAside() {
        return database.superuser()
                .sql("select webhook_id, cause, reason, body from webhook_set_aside order by webhook_id")
                .query((row, _) -> new SetAside(
                        row.getString("webhook_id"),
                        row.getString("cause"),
                        row.getString("reason"),
                        row.getString("body")))
                .list();
    }

    record SetAside(String webhookId, String cause, String reason, String body) {}
}
