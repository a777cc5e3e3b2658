package dev.holdfast.shopify.inbox;

import dev.holdfast.platform.ShopId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Webhooks that were taken and could not be handled, kept with the reason. */
final class SetAsideWebhooks {
    /** Why one was set aside. */
    enum Cause {
        FAILED,
        UNKNOWN_TOPIC,
        EMPTIED
    }

    /** Why and when, in a sentence for whoever has to act. */
    record Why(Cause cause, String reason, Instant at) {}

    private SetAsideWebhooks() {}

    static void add(JdbcClient sql, ShopId shop, InboxRow row, Why why) {
        sql.sql("""
                insert into webhook_set_aside
                    (shop_id, webhook_id, topic, event_id, triggered_at, body, body_is_base64, received_at,
                     set_aside_at, cause, reason)
                values (:shop, :id, :topic, :event, :triggered, :body, :base64, :received, :now, :cause, :reason)
                on conflict (shop_id, webhook_id) do update
                set set_aside_at = excluded.set_aside_at, cause = excluded.cause, reason = excluded.reason
                """)
                .param("shop", shop.value())
                .param("id", row.webhookId())
                .param("topic", row.topic())
                .param("event", row.eventId().orElse(null))
                .param("triggered", row.triggeredAt().map(Timestamp::from).orElse(null))
                .param("body", row.body().text())
                .param("base64", row.body().base64())
                .param("received", Timestamp.from(row.receivedAt()))
                .param("now", Timestamp.from(why.at()))
                .param("cause", why.cause().name().toLowerCase(Locale.ROOT))
                .param("reason", why.reason())
                .update();
        emptyIfOfSomebodyForgotten(sql, shop, row.webhookId());
    }

    /** One that comes late, or once more, must not bring back who asked to be forgotten. */
    private static void emptyIfOfSomebodyForgotten(JdbcClient sql, ShopId shop, String webhookId) {
        sql.sql("""
                update webhook_set_aside
                set body = '{}', body_is_base64 = false, cause = 'emptied',
                    reason = 'Emptied: it tells of somebody who asked to be forgotten.'
                where shop_id = :shop and webhook_id = :id
                  and exists (
                      select from regexp_matches(
                          case when body_is_base64 then encode(decode(body, 'base64'), 'escape') else body end,
                          '\\m\\d{1,18}\\M', 'g') as number
                      join forgotten f on f.shop_id = :shop and f.object_id = number[1]::bigint)
                """).param("shop", shop.value()).param("id", webhookId).update();
    }

    static long count(JdbcClient sql, ShopId shop, Cause cause) {
        return sql.sql("select count(*) from webhook_set_aside where shop_id = :shop and cause = :cause")
                .param("shop", shop.value())
                .param("cause", cause.name().toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
    }

    /** Forgets what nobody can act on and was set aside before this time; failed ones stay until somebody acts. */
    static int forgetUnknown(JdbcClient sql, ShopId shop, Instant before) {
        return sql.sql("""
                delete from webhook_set_aside
                where shop_id = :shop and cause in ('unknown_topic', 'emptied') and set_aside_at < :before
                """)
                .param("shop", shop.value())
                .param("before", Timestamp.from(before))
                .update();
    }
}
