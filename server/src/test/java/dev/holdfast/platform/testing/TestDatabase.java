package dev.holdfast.platform.testing;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.platform.database.Database;
import dev.holdfast.platform.database.DatabaseLogin;
import dev.holdfast.platform.database.Schema;
import dev.holdfast.platform.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test class's own database, migrated and empty: {@code @RegisterExtension static final TestDatabase DATABASE = new
 * TestDatabase();}.
 */
public final class TestDatabase implements AfterAllCallback {

    private final TestServer server = TestServer.running();
    private final String name = server.newDatabase();
    private final HikariDataSource pool = app().pool(8);
    private final Database database = new Database(pool);

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

    /** Sees every shop's rows: only to look at what a test did. */
    public JdbcClient superuser() {
        return JdbcClient.create(server.login(name, EmbeddedPostgres.SUPERUSER).plain());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        pool.close();
        server.drop(name);
    }
}
