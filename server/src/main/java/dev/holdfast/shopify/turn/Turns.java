package dev.holdfast.shopify.turn;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.work.Instance;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hands out turns, oldest due first, so that no shop waits behind a busier one for more than its turn. */
public final class Turns {
    /** Nothing is put off for longer; what seems to be was written by a clock that was ahead, and is due. */
    public static final Duration FARTHEST = Duration.ofMinutes(70);

    // Clocks of several machines may differ by so much.
    private static final Duration SKEW = Duration.ofMinutes(1);
    // Others may be about to take the first ones.
    private static final int CANDIDATES = 20;

    private final Database database;
    private final InstantSource clock;
    private final Duration length;
    private final Instance instance;

    /**
     * {@code length} is how long a turn lasts unless it is kept; after a crash of a process that {@code instance} does not
     * know to be dead the next worker waits that long.
     */
    public Turns(Database database, InstantSource clock, Duration length, Instance instance) {
        this.database = database;
        this.clock = clock;
        this.length = length;
        this.instance = instance;
    }

    /** Gives the shop that has been due longest its turn; false when there is none that is due and not worked on. */
    public boolean step(Duty duty, Consumer<Turn> work) {
        var turn = next(duty);
        turn.ifPresent(work);
        return turn.isPresent();
    }

    private Optional<Turn> next(Duty duty) {
        for (var shop : due(duty)) {
            var turn = take(duty, shop);
            if (turn.isPresent()) {
                return turn;
            }
        }
        return Optional.empty();
    }

    private List<ShopId> due(Duty duty) {
        var now = clock.instant();
        return database.global(sql -> sql.sql("""
                        select due.shop_id
                        from (select shop_id, min(due_at) as since
                              from (select shop_id, due_at from shop_turn
                                    where duty = :duty
                                      and (due_at <= :now or due_at > :farthest and due_at < 'infinity')
                                    union all
                                    select shop_id, due_at from turn_announcement
                                    where duty = :duty and (due_at <= :now or due_at > :farthest)) said
                              group by shop_id) due
                        left join shop_turn on shop_turn.duty = :duty and shop_turn.shop_id = due.shop_id
                        where shop_turn.leased_until is null
                           or shop_turn.leased_until <= :now or shop_turn.leased_until > :longest
                           or shop_turn.holder = any (cast(:dead as uuid[]))
                        order by due.since, due.shop_id
                        limit :limit
                        """)
                .param("duty", duty.column())
                .param("now", Timestamp.from(now))
                .param("farthest", Timestamp.from(now.plus(FARTHEST)))
                .param("longest", Timestamp.from(longest(now)))
                .param("dead", dead())
                .param("limit", CANDIDATES)
                .query((row, _) -> new ShopId(row.getLong("shop_id")))
                .list());
    }

    /**
     * The turn of this shop, unless somebody works on it. It stays due until it is given back, so that a crash loses nothing
     * of what was announced.
     */
    public Optional<Turn> take(Duty duty, ShopId shop) {
        var now = clock.instant();
        return database.global(sql -> {
            open(sql, duty, shop);
            var fence = lease(sql, duty, shop, now);
            // What others have announced and not committed yet stays, and is another turn.
            fence.ifPresent(_ -> sql.sql("""
                            delete from turn_announcement
                            where duty = :duty and shop_id = :shop and (due_at <= :now or due_at > :farthest)
                            """)
                    .param("farthest", Timestamp.from(now.plus(FARTHEST)))
                    .param("duty", duty.column())
                    .param("shop", shop.value())
                    .param("now", Timestamp.from(now))
                    .update());
            return fence.map(number -> new Turn(duty, shop, number));
        });
    }

    private static void open(JdbcClient sql, Duty duty, ShopId shop) {
        sql.sql("""
                insert into shop_turn (duty, shop_id, due_at)
                select :duty, :shop, 'infinity'
                where not exists (select from shop_turn where duty = :duty and shop_id = :shop)
                on conflict (duty, shop_id) do nothing
                """).param("duty", duty.column()).param("shop", shop.value()).update();
    }

    private Optional<Long> lease(JdbcClient sql, Duty duty, ShopId shop, Instant now) {
        return sql.sql("""
                        update shop_turn
                        set fence = fence + 1, leased_until = :until, holder = :holder, due_at = least(due_at, :now)
                        where (duty, shop_id) = (
                            select duty, shop_id
                            from shop_turn
                            where duty = :duty and shop_id = :shop and (leased_until <= :now or leased_until > :longest or holder = any (cast(:dead as uuid[])))
                            for update skip locked)
                        returning fence
                        """)
                .param("duty", duty.column())
                .param("shop", shop.value())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(length)))
                .param("holder", instance.id())
                .param("longest", Timestamp.from(longest(now)))
                .param("dead", dead())
                .query(Long.class)
                .optional();
    }

    // Should one of them live after all, the fence tells it that another has its turn.
    private String[] dead() {
        return instance.dead().stream().map(UUID::toString).toArray(String[]::new);
    }

    /** The latest end that a lease can have: one that ends later was given by a clock that was ahead. */
    private Instant longest(Instant now) {
        return now.plus(length).plus(SKEW);
    }

    /**
     * One transaction of the shop's, undone when somebody else has taken the turn; keeps the turn for its length from now.
     *
     * @throws TurnLost when somebody else has it
     */
    public <T extends @Nullable Object> T within(Turn turn, Function<JdbcClient, T> work) {
        return database.inShop(turn.shop(), sql -> {
            // First, so that nobody else can take the turn before this transaction has ended.
            set(
                    sql,
                    turn,
                    "leased_until = cast(:at as timestamptz)",
                    clock.instant().plus(length));
            return work.apply(sql);
        });
    }

    /** The same for work that answers nothing. */
    public void in(Turn turn, Consumer<JdbcClient> work) {
        within(turn, sql -> {
            work.accept(sql);
            return turn;
        });
    }

    /** Gives the turn back, to be due at this time or when it is announced, whichever is first. */
    public void giveBack(Turn turn, Instant due) {
        giveBack(turn, _ -> due);
    }

    /** The same, at the time that the shop's rows tell; {@link Instant#MAX} is never. */
    public void giveBack(Turn turn, Function<JdbcClient, Instant> due) {
        in(turn, sql -> {
            var at = due.apply(sql);
            var farthest = clock.instant().plus(FARTHEST);
            set(
                    sql,
                    turn,
                    "leased_until = '-infinity', holder = null, due_at = cast(:at as timestamptz)",
                    at.equals(Instant.MAX) || at.isBefore(farthest) ? at : farthest);
        });
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
