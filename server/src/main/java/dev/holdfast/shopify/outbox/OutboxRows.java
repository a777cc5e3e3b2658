package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.outbox.Effect.State;
import dev.holdfast.shopify.turn.Turns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the sender, all within one shop. */
final class OutboxRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS =
            "shop_id, effect_id, idempotency_key, kind, subject, document, variables, context, state, attempts, first_sent_at";
    // A lookup for each row, whatever the planner knows: as a join it compares all with all while a new table has no
    // statistics. Ordered by the columns of outbox_open_subject, so that no other index will do.
    private static final String FIRST_OF_SUBJECT = """
            o.effect_id = (
                      select earlier.effect_id from outbox earlier
                      where earlier.shop_id = :shop and earlier.subject = o.subject and earlier.closed_at is null
                      order by earlier.subject, earlier.effect_id
                      limit 1)""";

    /** Which kinds may be sent: all, or only these. */
    record Allowed(boolean all, Set<String> kinds) {}

    private OutboxRows() {}

    /** What can be sent now, oldest first: due, and first in the line of its subject. */
    static List<Effect> sendable(JdbcClient sql, ShopId shop, Instant now, Allowed allowed, int limit) {
        return sql.sql("""
                select %s
                from outbox o
                where o.shop_id = :shop and o.closed_at is null and o.state <> 'set_aside'
                  and (o.due_at <= :now or o.due_at > :farthest)
                  and (:all or o.kind = any (:kinds))
                  and %s
                order by o.effect_id
                limit :limit
                """.formatted(COLUMNS, FIRST_OF_SUBJECT))
                .param("shop", shop.value())
                .param("now", Timestamp.from(now))
                .param("farthest", Timestamp.from(now.plus(Turns.FARTHEST)))
                .param("all", allowed.all())
                .param("kinds", allowed.kinds().toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> effect(row))
                .list();
    }

    /** When the shop has something to send next; empty when it has nothing that moves by itself. */
    static Optional<Instant> nextDue(JdbcClient sql, ShopId shop) {
        return sql.sql("""
                select o.due_at
                from outbox o
                where o.shop_id = :shop and o.closed_at is null and o.state <> 'set_aside'
                  and %s
                order by o.due_at
                limit 1
                """.formatted(FIRST_OF_SUBJECT))
                .param("shop", shop.value())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Why nothing of the shop is sent: kept with the oldest that waits, until it is sent. */
    static void tell(JdbcClient sql, ShopId shop, String why) {
        sql.sql("""
                update outbox set reason = :why
                where shop_id = :shop and state = 'waiting' and reason is distinct from :why
                  and effect_id = (
                      select oldest.effect_id from outbox oldest
                      where oldest.shop_id = :shop and oldest.closed_at is null and oldest.state = 'waiting'
                      order by oldest.effect_id limit 1)
                """).param("why", why).param("shop", shop.value()).update();
    }

    /** Before it is sent: from now on it may have happened. False when somebody has just dropped it. */
    static boolean sending(JdbcClient sql, Effect effect, Instant now) {
        return sql.sql("""
                update outbox
                set state = 'sending', attempts = attempts + 1, first_sent_at = coalesce(first_sent_at, :now)
                where shop_id = :shop and effect_id = :id and closed_at is null and state <> 'set_aside'
                """)
                        .param("shop", effect.shop().value())
                        .param("id", effect.id())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    static void done(JdbcClient sql, Effect effect, Instant now) {
        update(sql, effect, "state = 'done', closed_at = :at, reason = :reason", now, "");
    }

    /** It is known not to have happened. */
    static void again(JdbcClient sql, Effect effect, Instant due, String reason) {
        update(sql, effect, "state = 'waiting', due_at = :at, reason = :reason", due, reason);
    }

    /** The same under a new key: Shopify has said that it will not carry the old one out. */
    static void againWithNewKey(JdbcClient sql, Effect effect, UUID key, Instant due) {
        sql.sql("update outbox set idempotency_key = :key where shop_id = :shop and effect_id = :id")
                .param("key", key)
                .param("shop", effect.shop().value())
                .param("id", effect.id())
                .update();
        again(sql, effect, due, "Shopify gave the earlier attempt up, so this is a new one.");
    }

    static void unknown(JdbcClient sql, Effect effect, Instant due, String reason) {
        update(sql, effect, "state = 'unknown', due_at = :at, reason = :reason", due, reason);
    }

    static void setAside(JdbcClient sql, Effect effect, Instant now, String reason) {
        update(sql, effect, "state = 'set_aside', due_at = :at, reason = :reason", now, reason);
    }

    private static void update(JdbcClient sql, Effect effect, String change, Instant at, String reason) {
        int rows = sql.sql("update outbox set " + change
                        + " where shop_id = :shop and effect_id = :id and closed_at is null and state <> 'set_aside'")
                .param("shop", effect.shop().value())
                .param("id", effect.id())
                .param("at", Timestamp.from(at))
                .param("reason", reason.isEmpty() ? null : reason)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("Somebody else has changed " + effect + " out of turn.");
        }
    }

    static Effect effect(ResultSet row) throws SQLException {
        return new Effect(
                new ShopId(row.getLong("shop_id")),
                row.getObject("effect_id", UUID.class),
                row.getObject("idempotency_key", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("document"),
                JSON.readTree(row.getString("variables")),
                JSON.readTree(row.getString("context")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                Optional.ofNullable(row.getTimestamp("first_sent_at")).map(Timestamp::toInstant));
    }
}
