package dev.holdfast.shop.refresh;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.turn.Announcements;
import dev.holdfast.shopify.turn.Duty;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where hints are left that something of Shopify's has changed. */
public final class Refreshes {
    private final Announcements announcements;
    private final InstantSource clock;

    public Refreshes(Announcements announcements, InstantSource clock) {
        this.announcements = announcements;
        this.clock = clock;
    }

    /** What is hinted at: things of one kind, by the numbers of their ids, and why in a few words. */
    public record Hint(String kind, Collection<Long> ids, String why) {}

    /** Within the shop's open transaction, where it waits for nobody: they are read again once that commits. */
    public void mark(JdbcClient sql, ShopId shop, Hint hint) {
        markIn(sql, shop, hint, Duration.ZERO);
    }

    /** The same, after a while. */
    public void markIn(JdbcClient sql, ShopId shop, Hint hint, Duration pause) {
        if (hint.ids().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant due = now.plus(pause);
        sql.sql("""
                insert into refresh (shop_id, kind, object_id, why, asked_at, due_at)
                select distinct :shop, :kind, given.id, :why, cast(:now as timestamptz), cast(:due as timestamptz)
                from unnest(:ids::bigint[]) as given(id)
                """)
                .param("shop", shop.value())
                .param("kind", hint.kind())
                .param("why", hint.why())
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(due))
                .param("ids", hint.ids().toArray(Long[]::new))
                .update();
        announcements.announce(sql, Duty.REFRESH, shop, due);
    }

    /** What of this kind is still to be read. */
    public List<Long> marked(JdbcClient sql, ShopId shop, String kind) {
        return sql.sql("select object_id from refresh where shop_id = :shop and kind = :kind")
                .param("shop", shop.value())
                .param("kind", kind)
                .query((row, _) -> row.getLong("object_id"))
                .list();
    }

    /** How many hints that were due at this time are still to be followed. */
    public long due(JdbcClient sql, ShopId shop, Instant at) {
        return sql.sql("select count(*) from refresh where shop_id = :shop and due_at <= :at")
                .param("shop", shop.value())
                .param("at", Timestamp.from(at))
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
