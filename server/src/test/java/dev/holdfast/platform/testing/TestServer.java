package dev.holdfast.platform.testing;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.database.DatabaseLogin;
import dev.holdfast.platform.database.Schema;
import dev.holdfast.platform.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One embedded server for all tests of a JVM, and a template that every test class's database is copied from. */
final class TestServer {

    static final String OWNER = "holdfast_owner";

    private static final String TEMPLATE = "migrated";

    private static final class One {
        static final TestServer SERVER = new TestServer();
    }

    private final EmbeddedPostgres server;
    private final JdbcClient superuser;
    private final SqlLog log;
    private final AtomicInteger made = new AtomicInteger();

    private TestServer() {
        // Kept between runs, so that only the first one unpacks the server and makes its folder.
        Path folder = folder();
        Path logs = folder.resolve("postgresql").resolve("log");
        deleteFiles(logs);
        server = EmbeddedPostgres.start(new Home(folder));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        superuser =
                JdbcClient.create(login("postgres", EmbeddedPostgres.SUPERUSER).plain());
        for (String database : superuser
                .sql("select datname from pg_database where datname like 'test_%' or datname = ?")
                .param(TEMPLATE)
                .query(String.class)
                .list()) {
            superuser.sql("drop database " + database).update();
        }
        SqlLog.open(superuser);
        log = new SqlLog(logs);
        ensureRole(OWNER);
        ensureRole(Schema.APP_ROLE);
        // As an operator does who gives a server of his own.
        superuser.sql("grant %s to %s".formatted(Schema.APP_ROLE, OWNER)).update();
        superuser.sql("create database " + TEMPLATE + " owner " + OWNER).update();
        Schema.migrate(login(TEMPLATE, OWNER).plain());
    }

    static TestServer running() {
        return One.SERVER;
    }

    // Two builds of one checkout at once would want the same folder.
    private static Path folder() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            Path kept = target.resolve("test-postgres");
            return EmbeddedPostgres.isInUse(new Home(kept)) ? Files.createTempDirectory(target, "postgres-") : kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteFiles(Path folder) {
        if (Files.exists(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    SqlLog log() {
        return log;
    }

    private void ensureRole(String role) {
        boolean exists = superuser
                .sql("select exists (select from pg_roles where rolname = ?)")
                .param(role)
                .query(Boolean.class)
                .single();
        if (!exists) {
            superuser
                    .sql("create role %s login password '%s'".formatted(role, server.password()))
                    .update();
        }
    }

    DatabaseLogin login(String database, String user) {
        return new DatabaseLogin(server.url(database), user, server.password(), "");
    }

    /** A database of its own, migrated and empty. */
    String newDatabase() {
        String name = "test_" + made.incrementAndGet();
        superuser
                .sql("create database %s template %s owner %s".formatted(name, TEMPLATE, OWNER))
                .update();
        return name;
    }

    void drop(String database) {
        superuser.sql("drop database " + database + " with (force)").update();
    }
}
