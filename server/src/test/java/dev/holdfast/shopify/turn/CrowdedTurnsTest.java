package dev.holdfast.shopify.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.platform.work.Instance;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.shop.Shops;
import dev.holdfast.shopify.ShopDomain;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many workers that hand each other work while they hold their own turns. */
@Timeout(120)
class CrowdedTurnsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int SHOPS = 3;
    private static final int ERRANDS = 40;
    private static final int HOPS = 10;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final List<Duty> DUTIES = List.of(Duty.OUTBOX, Duty.REFRESH);

    private final InstantSource clock = InstantSource.system();
    private final Announcements announcements = new Announcements(new Wakes());
    private final ConcurrentHashMap<String, AtomicInteger> atWork = new ConcurrentHashMap<>();
    private final AtomicInteger together = new AtomicInteger();
    private final AtomicInteger arrived = new AtomicInteger();

    @Test
    void nobody_meets_in_a_deadlock_and_nothing_that_was_announced_is_lost() throws SQLException {
        DATABASE.superuser().sql("""
                create table errand (id bigint generated always as identity, shop bigint, duty text, hops int);
                grant all on errand to public;
                """).update();
        var database = DATABASE.database();
        var shops = shops(database);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<CompletableFuture<Void>>();
            for (int worker = 0; worker < 2; worker++) {
                for (var duty : DUTIES) {
                    running.add(CompletableFuture.runAsync(() -> work(database, duty), threads));
                }
            }
            for (var shop : shops) {
                running.add(CompletableFuture.runAsync(() -> announceAll(database, shop), threads));
            }
            running.forEach(CompletableFuture::join);
        }
        assertThat(together).as("workers on one shop and duty at once").hasValue(0);
        assertThat(left()).as("errands that nobody was told of").isZero();
        assertThat(deadlocks()).isZero();
    }

    private List<ShopId> shops(Database database) {
        return IntStream.range(0, SHOPS)
                .mapToObj(i -> new Shops(database, clock).install(new ShopDomain("shop-%d.myshopify.com".formatted(i))))
                .toList();
    }

    private void announceAll(Database database, ShopId shop) {
        for (int i = 0; i < ERRANDS; i++) {
            var duty = DUTIES.get(i % DUTIES.size());
            database.inShop(shop, sql -> {
                put(sql, shop, duty, HOPS);
                return shop;
            });
        }
    }

    private void put(JdbcClient sql, ShopId shop, Duty duty, int hops) {
        sql.sql("insert into errand (shop, duty, hops) values (:shop, :duty, :hops)")
                .param("shop", shop.value())
                .param("duty", duty.column())
                .param("hops", hops)
                .update();
        announcements.announce(sql, duty, shop, clock.instant());
    }

    /** Runs until every errand has made all its ways, or so long that something was lost. */
    private void work(Database database, Duty duty) {
        var turns = new Turns(database, clock, Duration.ofSeconds(30), Instance.alone(UUID.randomUUID()));
        long end = System.nanoTime() + LONGEST.toNanos();
        while (arrived.get() < SHOPS * ERRANDS && System.nanoTime() < end) {
            turns.step(duty, turn -> work(turns, turn));
        }
    }

    private void work(Turns turns, Turn turn) {
        var busy = atWork.computeIfAbsent(turn.duty() + " " + turn.shop(), _ -> new AtomicInteger());
        if (busy.incrementAndGet() > 1) {
            together.incrementAndGet();
        }
        arrived.addAndGet(turns.within(turn, sql -> carry(sql, turn)));
        busy.decrementAndGet();
        turns.giveBack(turn, Instant.MAX);
    }

    /** Hands each errand on to the other duty; answers how many were at their end. */
    private int carry(JdbcClient sql, Turn turn) {
        var hops = sql.sql("delete from errand where shop = :shop and duty = :duty returning hops")
                .param("shop", turn.shop().value())
                .param("duty", turn.duty().column())
                .query(Integer.class)
                .list();
        var other = DUTIES.get(1 - DUTIES.indexOf(turn.duty()));
        hops.stream().filter(left -> left > 1).forEach(left -> put(sql, turn.shop(), other, left - 1));
        return (int) hops.stream().filter(left -> left == 1).count();
    }

    private static long left() {
        return DATABASE.superuser()
                .sql("select count(*) from errand")
                .query(Long.class)
                .single();
    }

    /** As PostgreSQL counts them: each connection is asked to tell what it has met, which it else does now and then. */
    private static long deadlocks() throws SQLException {
        var connections = new ArrayList<Connection>();
        try {
            for (int i = 0; i < TestDatabase.CONNECTIONS; i++) {
                connections.add(DATABASE.database().source().getConnection());
                try (var statement = connections.getLast().createStatement()) {
                    statement.execute("select pg_stat_force_next_flush()");
                }
            }
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
        return DATABASE.superuser()
                .sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }
}
