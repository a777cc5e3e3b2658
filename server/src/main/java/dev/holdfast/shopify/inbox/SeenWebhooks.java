package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.ShopId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which webhooks a shop has taken, for as long as Shopify may send them again. */
final class SeenWebhooks {
    private SeenWebhooks() {}

    /** Remembers these and answers those that are new. */
    static Set<String> add(JdbcClient sql, ShopId shop, Collection<InboxRow> rows, Instant now) {
        return new HashSet<>(sql.sql("""
                        insert into webhook_seen (shop_id, webhook_id, seen_at)
                        select :shop, w.webhook_id, :now
                        from unnest(:ids::text[]) as w(webhook_id)
                        on conflict (shop_id, webhook_id) do nothing
                        returning webhook_id
                        """)
                .param("shop", shop.value())
                .param("now", Timestamp.from(now))
                .param("ids", rows.stream().map(InboxRow::webhookId).toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Forgets those of before this time. */
    static int forget(JdbcClient sql, ShopId shop, Instant before) {
        return sql.sql("delete from webhook_seen where shop_id = :shop and seen_at < :before")
                .param("shop", shop.value())
                .param("before", Timestamp.from(before))
                .update();
    }
}
