package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.database.DatabaseLogin;
import dev.holdfast.platform.postgres.EmbeddedPostgres;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.simulator.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Several processes of the program on one database, each with its role. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RolesTest {
    private static final int ENDED_BY_SIGNAL = 143;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    private final Map<String, Process> processes = new HashMap<>();
    private final Map<String, Integer> operatorPorts = new HashMap<>();

    /** A turn as it was taken or given back, in that order. */
    private record Step(String turn, boolean taken, String process) {}

    /** Every turn that is taken or given back is written down with the process that did it. */
    @BeforeEach
    void watchTurns() {
        DATABASE.superuser().sql("""
                create table turn_step
                    (step bigint generated always as identity, turn text, taken boolean, process text);
                create function watch_turn() returns trigger language plpgsql security definer as $$
                begin
                    if new.fence <> old.fence then
                        insert into turn_step (turn, taken, process)
                        values (new.duty || ' ' || new.shop_id, true, current_setting('application_name'));
                    elsif new.leased_until = '-infinity' and old.leased_until <> '-infinity' then
                        insert into turn_step (turn, taken, process)
                        values (new.duty || ' ' || new.shop_id, false, current_setting('application_name'));
                    end if;
                    return new;
                end $$;
                create trigger watch_turn after update on shop_turn for each row execute function watch_turn()
                """).update();
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        for (var process : processes.values()) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void web_stores_workers_share_the_work_and_an_end_finishes_what_is_in_hand() throws Exception {
        try (var trading = new TradingShop(DATABASE, folder.resolve("home"))) {
            trading.awaitImport();
            trading.awaitSubscriptions();
            trading.stopServer();
            DATABASE.superuser().sql("truncate turn_step").update();

            start(trading, "web");
            awaitOpen("web");
            long before = orders(trading);
            buy(trading, 10, 7);
            TradingShop.await("webhooks are stored", () -> trading.count("select count(*) from webhook_inbox") >= 10);
            assertThat(orders(trading)).as("web works on nothing").isEqualTo(before);

            start(trading, "worker-1");
            start(trading, "worker-2");
            trading.awaitRead();
            assertThat(orders(trading)).isEqualTo(before + 10);
            shareTheWork(trading);
            end("worker-2");
            finishInHand(trading);
            end("web");
        }
        assertThat(steps())
                .as("web takes no turn")
                .noneMatch(step -> step.process().equals("web"));
        assertNeverTwoAtOnce();
    }

    /** Until both have had turns, so that there was something they could have fought over. */
    private static void shareTheWork(TradingShop trading) {
        long[] seed = {100};
        TradingShop.await("both workers have turns", () -> {
            buy(trading, 2, seed[0]++);
            return steps().stream().map(Step::process).toList().containsAll(List.of("worker-1", "worker-2"));
        });
        trading.awaitRead();
    }

    /** The worker is asked to end while an order of its waits for a lock of ours. */
    private void finishInHand(TradingShop trading) throws Exception {
        long before = orders(trading);
        var superuser = new DatabaseLogin(
                DATABASE.owner().url(),
                EmbeddedPostgres.SUPERUSER,
                DATABASE.owner().password(),
                "");
        try (var blocker = superuser.plain().getConnection()) {
            blocker.setAutoCommit(false);
            try (var lock = blocker.createStatement()) {
                lock.execute("lock table customer_order in access exclusive mode");
            }
            buy(trading, 1, 99);
            TradingShop.await("the worker comes to the locked table", () -> trading.count("""
                    select count(*) from pg_stat_activity
                    where application_name = 'worker-1' and wait_event_type = 'Lock'
                      and datname = current_database()
                    """) > 0);
            askToEnd("worker-1");
            blocker.rollback();
        }
        ended("worker-1");
        assertThat(orders(trading)).as("what was in hand is written").isGreaterThan(before);
    }

    private static void assertNeverTwoAtOnce() {
        Map<String, String> holders = new HashMap<>();
        for (var step : steps()) {
            if (step.taken()) {
                assertThat(holders.put(step.turn(), step.process()))
                        .as("%s while another had it", step)
                        .isNull();
            } else {
                assertThat(holders.remove(step.turn())).as("%s", step).isEqualTo(step.process());
            }
        }
        assertThat(holders).as("no end leaves a turn taken").isEmpty();
    }

    private static void buy(TradingShop trading, int carts, long seed) {
        try {
            trading.buy(carts, seed);
            trading.pass(Duration.ofMinutes(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void start(TradingShop trading, String name) throws IOException {
        int port = FreePort.any();
        operatorPorts.put(name, port);
        processes.put(
                name,
                trading.inProcess(Map.of(
                                "role", name.replaceFirst("-.*", ""),
                                "operator.port", Integer.toString(port),
                                "database.url", DATABASE.owner().url() + "?ApplicationName=" + name))
                        .serve());
    }

    private void awaitOpen(String name) {
        TradingShop.await(name + " is ready", () -> isOpen(port(name)));
    }

    private void end(String name) throws InterruptedException {
        askToEnd(name);
        ended(name);
    }

    /** Its doors are closed before its workers are asked to end. */
    private void askToEnd(String name) {
        process(name).destroy();
        TradingShop.await(name + " closes its doors", () -> !isOpen(port(name)));
    }

    private void ended(String name) throws InterruptedException {
        assertThat(process(name).waitFor()).as(name).isEqualTo(ENDED_BY_SIGNAL);
    }

    private Process process(String name) {
        return Objects.requireNonNull(processes.get(name), name);
    }

    private int port(String name) {
        return Objects.requireNonNull(operatorPorts.get(name), name);
    }

    private static long orders(TradingShop trading) {
        return trading.count("select count(*) from customer_order");
    }

    private static List<Step> steps() {
        return DATABASE.superuser()
                .sql("select turn, taken, process from turn_step order by step")
                .query((row, _) -> new Step(row.getString(1), row.getBoolean(2), row.getString(3)))
                .list();
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
