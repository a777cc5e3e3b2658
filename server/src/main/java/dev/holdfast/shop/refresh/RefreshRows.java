package dev.holdfast.shop.refresh;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.ColumnArrays;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of hints. */
final class RefreshRows {
    private RefreshRows() {}

    /** What is due, longest due first. */
    static List<RefreshRow> due(JdbcClient sql, ShopId shop, Instant now, int limit) {
        return sql.sql("""
                select kind, object_id, marks, attempts
                from refresh
                where shop_id = :shop and due_at <= :now
                order by due_at, object_id
                limit :limit
                """)
                .param("shop", shop.value())
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, _) -> new RefreshRow(
                        row.getString("kind"), row.getLong("object_id"), row.getLong("marks"), row.getInt("attempts")))
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
        sql.sql("""
                delete from refresh
                using unnest(:kinds::text[], :ids::bigint[], :marks::bigint[]) as read(kind, id, marks)
                where refresh.shop_id = :shop and refresh.kind = read.kind and refresh.object_id = read.id
                  and refresh.marks = read.marks
                """)
                .param("shop", shop.value())
                .param("kinds", ColumnArrays.texts(rows, RefreshRow::kind))
                .param("ids", ColumnArrays.longs(rows, RefreshRow::id))
                .param("marks", ColumnArrays.longs(rows, RefreshRow::marks))
                .update();
    }

    /** It could not be read or kept; it is tried again at that time. */
    static void failed(JdbcClient sql, ShopId shop, RefreshRow row, String problem, Instant due) {
        sql.sql("""
                update refresh
                set attempts = attempts + 1, problem = :problem, due_at = :due
                where shop_id = :shop and kind = :kind and object_id = :id
                """)
                .param("shop", shop.value())
                .param("kind", row.kind())
                .param("id", row.id())
                .param("problem", problem)
                .param("due", Timestamp.from(due))
                .update();
    }
}
