package dev.holdfast.shop.firstimport;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shop.firstimport.ImportProgress.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of import parts. */
final class ImportRows {
    private ImportRows() {}

    /** Those that are not there yet are asked for; those that are done are asked for anew. */
    static void ask(JdbcClient sql, ShopId shop, Collection<String> names, Instant now) {
        sql.sql("""
                insert into import_part as part (shop_id, name, changed_at)
                select :shop, name, :now from unnest(:names::text[]) as wanted(name)
                on conflict (shop_id, name) do update
                set state = 'asked', operation_id = null, as_of = null, objects = 0, lines_done = 0, attempts = 0,
                    problem = null, changed_at = excluded.changed_at
                where part.state = 'done'
                """)
                .param("shop", shop.value())
                .param("now", Timestamp.from(now))
                .param("names", names.toArray(String[]::new))
                .update();
    }

    static List<ImportRow> all(JdbcClient sql, ShopId shop) {
        return sql.sql("""
                        select name, state, operation_id, as_of, lines_done, attempts
                        from import_part where shop_id = :shop
                        """)
                .param("shop", shop.value())
                .query((row, _) -> row(row))
                .list();
    }

    static List<ImportProgress.Part> progress(JdbcClient sql, ShopId shop) {
        return sql.sql("select name, state, objects, lines_done, problem from import_part where shop_id = :shop")
                .param("shop", shop.value())
                .query((row, _) -> new ImportProgress.Part(
                        row.getString("name"),
                        state(row),
                        row.getLong("objects"),
                        row.getLong("lines_done"),
                        Optional.ofNullable(row.getString("problem"))))
                .list();
    }

    static void running(JdbcClient sql, ShopId shop, String name, String operation, Instant asOf) {
        sql.sql("""
                update import_part
                set state = 'running', operation_id = :operation, as_of = :at, objects = 0, lines_done = 0,
                    changed_at = :at
                where shop_id = :shop and name = :name
                """)
                .param("operation", operation)
                .param("at", Timestamp.from(asOf))
                .param("shop", shop.value())
                .param("name", name)
                .update();
    }

    /** Shopify has come so far. */
    static void gathered(JdbcClient sql, ShopId shop, String name, long objects) {
        sql.sql("update import_part set objects = :objects where shop_id = :shop and name = :name")
                .param("objects", objects)
                .param("shop", shop.value())
                .param("name", name)
                .update();
    }

    /** So many lines of the result are kept. */
    static void read(JdbcClient sql, ShopId shop, String name, long lines) {
        sql.sql("update import_part set state = 'reading', lines_done = :lines where shop_id = :shop and name = :name")
                .param("lines", lines)
                .param("shop", shop.value())
                .param("name", name)
                .update();
    }

    static void done(JdbcClient sql, ShopId shop, String name, Instant now) {
        sql.sql("""
                update import_part
                set state = 'done', operation_id = coalesce(operation_id, ''), as_of = coalesce(as_of, :now),
                    changed_at = :now
                where shop_id = :shop and name = :name
                """)
                .param("now", Timestamp.from(now))
                .param("shop", shop.value())
                .param("name", name)
                .update();
    }

    /** It has to be asked for anew. */
    static void failed(JdbcClient sql, ShopId shop, String name, String problem) {
        sql.sql("""
                update import_part
                set state = 'asked', operation_id = null, as_of = null, attempts = attempts + 1, problem = :problem
                where shop_id = :shop and name = :name
                """)
                .param("problem", problem)
                .param("shop", shop.value())
                .param("name", name)
                .update();
    }

    private static ImportRow row(ResultSet row) throws SQLException {
        var operation = row.getString("operation_id");
        var asOf = row.getTimestamp("as_of");
        return new ImportRow(
                row.getString("name"),
                state(row),
                operation == null ? "" : operation,
                asOf == null ? Instant.MIN : asOf.toInstant(),
                row.getLong("lines_done"),
                row.getInt("attempts"));
    }

    private static State state(ResultSet row) throws SQLException {
        return State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }
}
