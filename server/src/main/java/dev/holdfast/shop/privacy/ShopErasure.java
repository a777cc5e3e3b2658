package dev.holdfast.shop.privacy;

import dev.holdfast.platform.ShopId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets a whole shop: its rows in every table under row security, what waits in the inbox, and its name. */
final class ShopErasure {
    private final InstantSource clock;

    ShopErasure(InstantSource clock) {
        this.clock = clock;
    }

    private record Reference(String from, String to) {}

    /** Within the shop's open transaction; false when it has installed Holdfast again after {@code asked}. */
    boolean erase(JdbcClient sql, ShopId shop, Instant asked) {
        if (isInstalledSince(sql, shop, asked)) {
            return false;
        }
        for (var table : tables(sql)) {
            sql.sql("delete from \"" + table + "\" where shop_id = :shop")
                    .param("shop", shop.value())
                    .update();
        }
        sql.sql("delete from webhook_inbox where shop_domain = (select domain from shop where shop_id = :shop)")
                .param("shop", shop.value())
                .update();
        // Only the number is left of it: should the shop come back, it is a new one.
        sql.sql("""
                update shop set domain = :domain, uninstalled_at = coalesce(uninstalled_at, :now) where shop_id = :shop
                """)
                .param("domain", "erased-%d.myshopify.com".formatted(shop.value()))
                .param("now", Timestamp.from(clock.instant()))
                .param("shop", shop.value())
                .update();
        return true;
    }

    private static boolean isInstalledSince(JdbcClient sql, ShopId shop, Instant time) {
        return sql.sql("""
                select installed_at > :time as again
                from shop
                where shop_id = :shop
                for update
                """)
                .param("time", Timestamp.from(time))
                .param("shop", shop.value())
                .query((row, _) -> row.getBoolean("again"))
                .single();
    }

    /** Every table under row security, those that refer to others before them. */
    private static List<String> tables(JdbcClient sql) {
        var left = new ArrayList<>(
                sql.sql("""
                        select c.relname as name
                        from pg_class c
                        where c.relforcerowsecurity and c.relnamespace = 'public'::regnamespace
                        order by c.relname
                        """).query((row, _) -> row.getString("name")).list());
        var references = sql.sql("""
                        select f.relname as name, t.relname as target
                        from pg_constraint k
                        join pg_class f on f.oid = k.conrelid
                        join pg_class t on t.oid = k.confrelid
                        where k.contype = 'f' and k.conrelid <> k.confrelid
                        """)
                .query((row, _) -> new Reference(row.getString("name"), row.getString("target")))
                .list();
        var ordered = new ArrayList<String>();
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(table ->
                            references.stream().noneMatch(one -> one.to().equals(table) && left.contains(one.from())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Tables refer to each other in a circle: " + left));
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }
}
