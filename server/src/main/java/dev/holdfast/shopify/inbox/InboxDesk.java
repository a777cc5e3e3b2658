package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shopify.inbox.SetAsideWebhooks.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where people see webhooks that were set aside, and have them handled once more. */
public final class InboxDesk {
    private final Database database;

    public InboxDesk(Database database) {
        this.database = database;
    }

    /**
     * A webhook that was set aside, as people see it: without its contents, which may tell of a person.
     *
     * @param why in a sentence or the name of the failure, never with words of the contents
     * @param empty whether its contents are gone, since they told of somebody who asked to be forgotten
     */
    public record SetAside(
            String webhookId, String topic, Instant receivedAt, Instant setAsideAt, String why, boolean empty) {}

    /** The answer to an order by hand. */
    public enum Answer {
        /** It waits in the inbox again, and is handled as soon as the shop's turn comes. */
        OK,
        /** No such webhook is set aside in this shop. */
        NOT_THERE,
        /** Its contents are gone. */
        EMPTY
    }

    /** Those of a shop, the oldest first. */
    public List<SetAside> list(ShopId shop, int limit) {
        return database.inShop(
                shop,
                sql -> sql.sql("""
                        select webhook_id, topic, received_at, set_aside_at, cause, reason
                        from webhook_set_aside
                        where shop_id = :shop
                        order by set_aside_at, webhook_id
                        limit :limit
                        """)
                        .param("shop", shop.value())
                        .param("limit", limit)
                        .query((row, _) -> setAside(row))
                        .list());
    }

    /** Has one handled again. What is older than what is known by now changes nothing, as ever. */
    public Answer retry(ShopId shop, String webhookId) {
        return database.inShop(shop, sql -> {
            var causes = sql.sql("""
                            select cause from webhook_set_aside
                            where shop_id = :shop and webhook_id = :id
                            for update
                            """)
                    .param("shop", shop.value())
                    .param("id", webhookId)
                    .query((row, _) -> cause(row))
                    .list();
            if (causes.isEmpty()) {
                return Answer.NOT_THERE;
            }
            if (causes.contains(Cause.EMPTIED)) {
                return Answer.EMPTY;
            }
            putBack(sql, shop, List.of(webhookId));
            return Answer.OK;
        });
    }

    /** Has all of a shop handled again that have contents, in the order they came; answers how many. */
    public int retryAll(ShopId shop) {
        return database.inShop(shop, sql -> {
            var ids = sql.sql("""
                            select webhook_id from webhook_set_aside
                            where shop_id = :shop and cause <> 'emptied'
                            for update
                            """)
                    .param("shop", shop.value())
                    .query((row, _) -> row.getString("webhook_id"))
                    .list();
            putBack(sql, shop, ids);
            return ids.size();
        });
    }

    /** As if they had just come: the inbox takes them, and they are not seen yet. */
    private static void putBack(JdbcClient sql, ShopId shop, List<String> ids) {
        var all = ids.toArray(String[]::new);
        sql.sql("""
                insert into webhook_inbox
                    (shop_domain, webhook_id, topic, event_id, triggered_at, body, body_is_base64, received_at)
                select shop.domain, a.webhook_id, a.topic, a.event_id, a.triggered_at, a.body, a.body_is_base64,
                       a.received_at
                from webhook_set_aside a
                join shop on shop.shop_id = a.shop_id
                where a.shop_id = :shop and a.webhook_id = any (:ids::text[])
                order by a.received_at, a.webhook_id
                on conflict (shop_domain, webhook_id) do nothing
                """).param("shop", shop.value()).param("ids", all).update();
        for (var table : List.of("webhook_seen", "webhook_set_aside")) {
            sql.sql("delete from " + table + " where shop_id = :shop and webhook_id = any (:ids::text[])")
                    .param("shop", shop.value())
                    .param("ids", all)
                    .update();
        }
    }

    private static SetAside setAside(ResultSet row) throws SQLException {
        var cause = cause(row);
        var reason = row.getString("reason");
        return new SetAside(
                row.getString("webhook_id"),
                row.getString("topic"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("set_aside_at").toInstant(),
                // What a failure says after its name may quote the contents.
                cause == Cause.FAILED ? reason.split(":", 2)[0] : reason,
                cause == Cause.EMPTIED);
    }

    private static Cause cause(ResultSet row) throws SQLException {
        return Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT));
    }
}
