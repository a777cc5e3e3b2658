package dev.holdfast.shopify.turn;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hands out turns, oldest due first, so that no shop waits behind a busier one for more than its turn. */
public final class Turns {
    private final Database database;
    private final InstantSource clock;
    private final Duration length;

    /** {@code length} is how long a turn lasts unless it is kept; after a crash the next worker waits that long. */
    public Turns(Database database, InstantSource clock, Duration length) {
        this.database = database;
        this.clock = clock;
        this.length = length;
    }

    /** Says within a shop's transaction that there is work at this time; a worker sees it once that commits. */
    public void announce(JdbcClient sql, Duty duty, ShopId shop, Instant due) {
        sql.sql("""
                insert into shop_turn (duty, shop_id, due_at)
                values (:duty, :shop, :due)
                on conflict (duty, shop_id) do update
                set due_at = least(shop_turn.due_at, excluded.due_at)
                """)
                .param("duty", duty.column())
                .param("shop", shop.value())
                .param("due", Timestamp.from(due))
                .update();
    }

    /** The turn of the shop that has been due longest and that nobody works on; empty when there is none. */
    public Optional<Turn> next(Duty duty) {
        var now = clock.instant();
        return database.global(sql -> sql.sql("""
                        update shop_turn
                        set fence = fence + 1, leased_until = :until
                        where (duty, shop_id) = (
                            select duty, shop_id
                            from shop_turn
                            where duty = :duty and due_at <= :now and leased_until <= :now
                            order by due_at, shop_id
                            limit 1
                            for update skip locked)
                        returning shop_id, fence
                        """)
                .param("duty", duty.column())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(length)))
                .query((row, _) -> new Turn(duty, new ShopId(row.getLong("shop_id")), row.getLong("fence")))
                .optional());
    }

    /** The turn of this shop, unless somebody works on it. */
    public Optional<Turn> take(Duty duty, ShopId shop) {
        var now = clock.instant();
        return database.global(sql -> sql.sql("""
                        insert into shop_turn (duty, shop_id, due_at, fence, leased_until)
                        values (:duty, :shop, :now, 1, :until)
                        on conflict (duty, shop_id) do update
                        set fence = shop_turn.fence + 1, leased_until = excluded.leased_until
                        where shop_turn.leased_until <= :now
                        returning fence
                        """)
                .param("duty", duty.column())
                .param("shop", shop.value())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(length)))
                .query((row, _) -> new Turn(duty, shop, row.getLong("fence")))
                .optional());
    }

    /**
     * Keeps the turn for its length from now. At the beginning of a transaction: nobody else can take the turn before that
     * transaction has ended.
     *
     * @throws TurnLost when somebody else has it
     */
    public void keep(JdbcClient sql, Turn turn) {
        set(
                sql,
                turn,
                "leased_until = cast(:at as timestamptz)",
                clock.instant().plus(length));
    }

    /** Gives the turn back; the shop is due again at this time. {@link Instant#MAX} is never, until it is announced. */
    public void giveBack(JdbcClient sql, Turn turn, Instant due) {
        set(sql, turn, "leased_until = '-infinity', due_at = cast(:at as timestamptz)", due);
    }

    private static void set(JdbcClient sql, Turn turn, String change, Instant at) {
        int rows = sql.sql("""
                update shop_turn
                set %s
                where duty = :duty and shop_id = :shop and fence = :fence
                """.formatted(change))
                .param("at", at.equals(Instant.MAX) ? "infinity" : at.toString())
                .param("duty", turn.duty().column())
                .param("shop", turn.shop().value())
                .param("fence", turn.fence())
                .update();
        if (rows == 0) {
            throw new TurnLost(turn);
        }
    }
}
