package dev.holdfast.shop.refresh;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.shopify.turn.Duty;
import dev.holdfast.shopify.turn.Turns;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where hints are left that something of Shopify's has changed. */
public final class Refreshes {
    private final Turns turns;
    private final Wakes wakes;
    private final InstantSource clock;

    Refreshes(Turns turns, Wakes wakes, InstantSource clock) {
        this.turns = turns;
        this.wakes = wakes;
        this.clock = clock;
    }

    /** What is hinted at: things of one kind, by the numbers of their ids, and why in a few words. */
    public record Hint(String kind, Collection<Long> ids, String why) {}

    /** Within the shop's open transaction: they are read again once that commits. */
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
        // First, as the worker has its turn before it takes a row: in the other order the two meet in a deadlock.
        turns.announce(sql, Duty.REFRESH, shop, due);
        // In the order of ids, so that two who mark the same wait for each other instead of meeting in a deadlock.
        sql.sql("""
                insert into refresh (shop_id, kind, object_id, why, asked_at, due_at)
                select :shop, :kind, hinted.id, :why, :now, :due
                from (select distinct id from unnest(:ids::bigint[]) as given(id) order by id) as hinted
                on conflict (shop_id, kind, object_id) do update
                set marks = refresh.marks + 1, due_at = least(refresh.due_at, excluded.due_at)
                """)
                .param("shop", shop.value())
                .param("kind", hint.kind())
                .param("why", hint.why())
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(due))
                .param("ids", hint.ids().toArray(Long[]::new))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakes.wake(RefreshWorker.NAME);
            }
        });
    }

    /** How many are due to be read. */
    public long due(JdbcClient sql, ShopId shop) {
        return sql.sql("select count(*) from refresh where shop_id = :shop and due_at <= :now")
                .param("shop", shop.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
