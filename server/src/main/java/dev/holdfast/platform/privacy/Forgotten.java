package dev.holdfast.platform.privacy;

import dev.holdfast.platform.ShopId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of customers and orders of whom nothing may be kept any more; all within the shop's open transaction. */
public final class Forgotten {
    private Forgotten() {}

    /** Those that are here already stay. */
    public static void add(JdbcClient sql, ShopId shop, Collection<Long> ids, Instant now) {
        sql.sql("""
                insert into forgotten (shop_id, object_id, forgotten_at)
                select distinct :shop, given.id, cast(:now as timestamptz) from unnest(:ids::bigint[]) as given(id)
                on conflict (shop_id, object_id) do nothing
                """)
                .param("shop", shop.value())
                .param("now", Timestamp.from(now))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Which of these are not here. */
    public static Set<Long> missing(JdbcClient sql, ShopId shop, Collection<Long> ids) {
        return new HashSet<>(sql.sql("""
                        select given.id from unnest(:ids::bigint[]) as given(id)
                        where not exists (select from forgotten f where f.shop_id = :shop and f.object_id = given.id)
                        """)
                .param("shop", shop.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list());
    }
}
