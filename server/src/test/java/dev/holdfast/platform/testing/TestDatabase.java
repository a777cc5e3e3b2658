package dev.holdfast.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.database.DatabaseLogin;
import dev.holdfast.platform.database.Schema;
import dev.holdfast.platform.postgres.EmbeddedPostgres;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test class's own database, migrated and empty; at its end every statement the app asked is held to {@link SqlRules}: {@code @RegisterExtension static final TestDatabase DATABASE = new
 * TestDatabase();}.
 */
public final class TestDatabase implements AfterAllCallback {

    /** So many at once; a test that needs all of them takes all. */
    public static final int CONNECTIONS = 8;

    private final TestServer server = TestServer.running();
    private final String name = server.newDatabase();
    private final HikariDataSource pool = app().pool(CONNECTIONS);
    private final Database database = new Database(pool);
    private @Nullable HikariDataSource everything;

    /** As the program has it. */
    public Database database() {
        return database;
    }

    /** What the program acts as: row security binds it. */
    public DatabaseLogin app() {
        return server.login(name, Schema.APP_ROLE);
    }

    /** Owner of the tables, who migrates them. */
    public DatabaseLogin owner() {
        return server.login(name, TestServer.OWNER);
    }

    /** Sees every shop's rows. */
    public DatabaseLogin everything() {
        return server.login(name, EmbeddedPostgres.SUPERUSER);
    }

    /** Sees every shop's rows: only to look at what a test did. */
    public synchronized JdbcClient superuser() {
        var kept = everything;
        if (kept == null) {
            // Tests that wait look often, and each new connection is a process of the server's.
            kept = everything().pool(2);
            everything = kept;
        }
        return JdbcClient.create(kept);
    }

    /** Fails when the app asked for rows of a tenant table without naming their shop. */
    void checkStatements() {
        Set<String> tenantTables = Set.copyOf(superuser()
                .sql("""
                        select table_name from information_schema.columns
                         where table_schema = 'public' and column_name = 'shop_id' and not table_name = any (?)
                        """)
                .param(GlobalTables.NAMES.toArray(String[]::new))
                .query(String.class)
                .list());
        Set<String> statements = server.log().statements(JdbcClient.create(app().plain()), name);
        assertThat(new SqlRules(tenantTables).broken(statements))
                .as("statements on tenant tables that do not name shop_id at each of them")
                .isEmpty();
    }

    /** Checks what was asked, and goes. */
    public void close() {
        try {
            checkStatements();
        } finally {
            pool.close();
            if (everything != null) {
                everything.close();
            }
            server.drop(name);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }
}
