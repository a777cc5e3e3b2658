package dev.holdfast.shop.refresh;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.turn.Turns;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of hints. */
final class RefreshRows {
    private RefreshRows() {}

    // Hints looked at to find the things that have been due longest; all other hints at these are then answered too.
    private static final int OLDEST = 2_000;

    /** What is due, longest due first. */
    static List<RefreshRow> due(JdbcClient sql, ShopId shop, Instant now, int limit) {
        return sql.sql("""
                select refresh.kind, refresh.object_id, array_agg(refresh.hint_id order by refresh.attempts desc) as hints,
                       max(refresh.attempts) as attempts
                from (select kind, object_id, min(due_at) as since
                      from (select kind, object_id, due_at
                            from refresh
                            where shop_id = :shop and (due_at <= :now or due_at > :farthest)
                            order by due_at
                            limit :oldest) few
                      group by kind, object_id
                      order by since, object_id
                      limit :limit) chosen
                join refresh on refresh.shop_id = :shop and refresh.kind = chosen.kind
                            and refresh.object_id = chosen.object_id and (refresh.due_at <= :now or refresh.due_at > :farthest)
                group by refresh.kind, refresh.object_id
                order by min(refresh.due_at), refresh.object_id
                """)
                .param("shop", shop.value())
                .param("now", Timestamp.from(now))
                .param("farthest", Timestamp.from(now.plus(Turns.FARTHEST)))
                .param("oldest", OLDEST)
                .param("limit", limit)
                .query((row, _) -> new RefreshRow(
                        row.getString("kind"),
                        row.getLong("object_id"),
                        List.of((Long[]) row.getArray("hints").getArray()),
                        row.getInt("attempts")))
                .list();
    }

    /** When the next one is due. */
    static Optional<Instant> next(JdbcClient sql, ShopId shop) {
        return sql.sql("select due_at from refresh where shop_id = :shop order by due_at limit 1")
                .param("shop", shop.value())
                .query((row, _) -> row.getTimestamp("due_at").toInstant())
                .optional();
    }

    /** They were read; what was hinted at meanwhile stays. */
    static void done(JdbcClient sql, ShopId shop, List<RefreshRow> rows) {
        remove(sql, shop, rows.stream().flatMap(row -> row.hints().stream()).toArray(Long[]::new));
    }

    /** It could not be read or kept; it is tried again at that time, for one hint instead of all. */
    static void failed(JdbcClient sql, ShopId shop, RefreshRow row, String problem, Instant due) {
        foldOne(sql, shop, row);
        sql.sql("""
                update refresh
                set attempts = :attempts, problem = :problem, due_at = :due
                where shop_id = :shop and hint_id = :hint
                """)
                .param("shop", shop.value())
                .param("hint", row.hints().getFirst())
                .param("attempts", row.attempts() + 1)
                .param("problem", problem)
                .param("due", Timestamp.from(due))
                .update();
    }

    /**
     * Shopify said nothing about them: they stay due for one hint each, behind the others, so that one that is never answered
     * keeps none from being tried.
     */
    static void unanswered(JdbcClient sql, ShopId shop, List<RefreshRow> rows, Instant now) {
        rows.forEach(row -> foldOne(sql, shop, row));
        sql.sql("update refresh set due_at = :now where shop_id = :shop and hint_id = any (:hints)")
                .param("shop", shop.value())
                .param("now", Timestamp.from(now))
                .param("hints", rows.stream().map(row -> row.hints().getFirst()).toArray(Long[]::new))
                .update();
    }

    /** One hint of those that are due at each thing is enough, while nothing can be read. */
    static void fold(JdbcClient sql, ShopId shop, Instant now) {
        sql.sql("""
                delete from refresh
                where shop_id = :shop and due_at <= :now
                  and exists (
                      select from refresh earlier
                      where earlier.shop_id = :shop and earlier.kind = refresh.kind
                        and earlier.object_id = refresh.object_id and earlier.due_at <= :now
                        and earlier.hint_id < refresh.hint_id)
                """)
                .param("shop", shop.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static void foldOne(JdbcClient sql, ShopId shop, RefreshRow row) {
        remove(sql, shop, row.hints().stream().skip(1).toArray(Long[]::new));
    }

    private static void remove(JdbcClient sql, ShopId shop, Long[] hints) {
        if (hints.length == 0) {
            return;
        }
        sql.sql("delete from refresh where shop_id = :shop and hint_id = any (:hints)")
                .param("shop", shop.value())
                .param("hints", hints)
                .update();
    }
}
