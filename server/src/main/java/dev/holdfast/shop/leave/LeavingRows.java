package dev.holdfast.shop.leave;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The columns of the table of shops that tell how far one is on its way out. */
final class LeavingRows {
    private LeavingRows() {}

    /** One who leaves, or has left. */
    record Row(Instant since, Optional<Instant> done, long total) {}

    static Optional<Row> find(JdbcClient sql, ShopId shop) {
        return sql.sql("""
                select leaving_at, leaving_total, left_at from shop where shop_id = :shop and leaving_at is not null
                """)
                .param("shop", shop.value())
                .query((row, _) -> new Row(
                        row.getTimestamp("leaving_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("left_at")).map(Timestamp::toInstant),
                        row.getLong("leaving_total")))
                .optional();
    }

    /** Nothing changes when it has begun before. */
    static void begin(JdbcClient sql, ShopId shop, long total, Instant now) {
        sql.sql("""
                update shop set leaving_at = :now, leaving_total = :total where shop_id = :shop and leaving_at is null
                """)
                .param("now", Timestamp.from(now))
                .param("total", total)
                .param("shop", shop.value())
                .update();
    }

    static boolean finish(JdbcClient sql, ShopId shop, Instant now) {
        return sql.sql("""
                update shop set left_at = :now
                where shop_id = :shop and leaving_at is not null and left_at is null
                """)
                        .param("now", Timestamp.from(now))
                        .param("shop", shop.value())
                        .update()
                == 1;
    }

    /** False when it had not begun. */
    static boolean end(JdbcClient sql, ShopId shop) {
        return sql.sql("""
                update shop set leaving_at = null, leaving_total = null, left_at = null
                where shop_id = :shop and leaving_at is not null
                """).param("shop", shop.value()).update() == 1;
    }

    static List<ShopId> unfinished(Database database) {
        return database.global(sql -> sql.sql("""
                        select shop_id from shop
                        where leaving_at is not null and left_at is null and uninstalled_at is null
                        order by shop_id
                        """)
                .query((row, _) -> new ShopId(row.getLong("shop_id")))
                .list());
    }
}
