package dev.holdfast.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.database.DatabaseLogin;
import dev.holdfast.platform.postgres.EmbeddedPostgres;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.report.Reconciler;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed as by {@code kill -9} in the midst of its first import; each time it waits for a row that the test holds. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ImportKilledTest {
    /** Each comes as four lines: the order, its line, its fulfillment order and the line of that. */
    private static final int BATCH = 10_000;

    private static final int ORDERS = BATCH + 600;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path folder;

    /** How far the orders are. */
    private record Part(String state, String operation, long lines, int attempts) {}

    @Test
    void an_import_that_was_killed_goes_on_where_it_was() throws Exception {
        try (var trading = TradingShop.notServed(DATABASE, folder.resolve("home"), ImportKilledTest::fill)) {
            trading.buy(ORDERS, 1);
            trading.pass(Duration.ofMinutes(1));

            try (var _ = new Blocker("lock table customer_order in access exclusive mode")) {
                killed(trading);
            }
            stillHeld();
            var first = part();
            assertThat(first.lines()).as("killed in the first batch").isZero();
            assertThat(count("select count(*) from product"))
                    .as("what came before is kept")
                    .isPositive();

            try (var _ = new Blocker(sameOrder(trading))) {
                killed(trading);
            }
            stillHeld();
            var second = part();
            assertThat(second.lines()).as("killed in the second batch").isPositive();
            assertThat(count("select count(*) from customer_order")).isEqualTo(BATCH);
            var written = "select count(*) from customer_order where xmin::text::bigint <= "
                    + count("select max(xmin::text::bigint) from customer_order");

            trading.restartServer();
            trading.awaitImport();
            assertThat(count("select count(*) from customer_order")).isEqualTo(ORDERS);
            assertThat(count(written)).as("what was kept is not written again").isEqualTo(BATCH);
            assertThat(part().operation()).as("Shopify is not asked again").isEqualTo(first.operation());
            assertThat(part().attempts()).isZero();
            assertThat(trading.server()
                            .part(Reconciler.class)
                            .reconcile(trading.id(), false)
                            .differences())
                    .isEmpty();
        }
    }

    private static void fill(Shop shop) {
        var location = shop.locations().all().all().findFirst().orElseThrow().id();
        shop.catalog()
                .create(NewProduct.of(
                        "Toy",
                        new NewVariant("Only", "TOY", 1000, InventoryPolicy.DENY, true, Map.of(location, 1_000_000))));
    }

    /** Serves until it waits for the test's row in the midst of the orders, and is killed there. */
    private static void killed(TradingShop trading) throws Exception {
        var process = trading.inProcess(Map.of()).serve();
        try {
            TradingShop.await("the import comes to the blocked row", () -> {
                assertThat(process.isAlive()).isTrue();
                return count("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """) > 0;
            });
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The next start is not to wait until the dead one's turn has run out: the test would not have the patience. */
    private static void stillHeld() {
        var held = DATABASE.superuser().sql("""
                        update shop_turn
                        set leased_until = leased_until + interval '45 seconds'
                        where duty = 'import' and leased_until > '-infinity'
                        """).update();
        assertThat(held).as("killed in its turn").isOne();
    }

    /** A row with the key of an order of the second batch. */
    private static String sameOrder(TradingShop trading) {
        long order = trading.shop
                .orders()
                .all()
                .all()
                .skip(BATCH + 300)
                .findFirst()
                .orElseThrow()
                .id()
                .number();
        return """
                insert into customer_order
                    (shop_id, order_id, name, created_at, placed_at, currency, updated_at, read_at)
                select shop_id, %d, '', now(), now(), '', now(), now() from shop
                """.formatted(order);
    }

    private static Part part() {
        return DATABASE.superuser()
                .sql("select state, operation_id, lines_done, attempts from import_part where name = 'order'")
                .query((row, _) ->
                        new Part(row.getString(1), String.valueOf(row.getString(2)), row.getLong(3), row.getInt(4)))
                .single();
    }

    private static long count(String sql) {
        return DATABASE.superuser().sql(sql).query(Long.class).single();
    }

    /** A transaction that is open until this is closed. */
    private static final class Blocker implements AutoCloseable {
        private final Connection connection;

        Blocker(String statement) throws SQLException {
            DatabaseLogin owner = DATABASE.owner();
            connection = new DatabaseLogin(owner.url(), EmbeddedPostgres.SUPERUSER, owner.password(), "")
                    .plain()
                    .getConnection();
            connection.setAutoCommit(false);
            try (var running = connection.createStatement()) {
                running.execute(statement);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }
}
