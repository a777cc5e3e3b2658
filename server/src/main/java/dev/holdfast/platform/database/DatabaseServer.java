package dev.holdfast.platform.database;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.postgres.EmbeddedPostgres;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database the program works on, ready to be migrated: its own server's, or a given one. */
public final class DatabaseServer implements AutoCloseable {

    private static final String DATABASE = "holdfast";
    private static final String OWNER = "holdfast_owner";
    private static final int OLDEST = 15;

    private final Optional<EmbeddedPostgres> embedded;
    private final DatabaseLogin owner;
    private final DatabaseLogin app;

    private DatabaseServer(Optional<EmbeddedPostgres> embedded, DatabaseLogin owner, DatabaseLogin app) {
        this.embedded = embedded;
        this.owner = owner;
        this.app = app;
    }

    /** Starts the program's own server in its home folder and makes its database when it is missing. */
    public static DatabaseServer embedded(Home home) {
        EmbeddedPostgres server = EmbeddedPostgres.start(home);
        try {
            return of(server, DATABASE);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static DatabaseServer of(EmbeddedPostgres server, String database) {
        String password = server.password();
        var sql = JdbcClient.create(
                new DatabaseLogin(server.url("postgres"), EmbeddedPostgres.SUPERUSER, password, "").plain());
        Roles.ensureLogin(sql, OWNER, password);
        Roles.ensureLogin(sql, Schema.APP_ROLE, password);
        boolean exists = sql.sql("select exists (select from pg_database where datname = ?)")
                .param(database)
                .query(Boolean.class)
                .single();
        if (!exists) {
            sql.sql("create database " + database + " owner " + OWNER).update();
        }
        return new DatabaseServer(
                Optional.of(server),
                new DatabaseLogin(server.url(database), OWNER, password, ""),
                new DatabaseLogin(server.url(database), Schema.APP_ROLE, password, ""));
    }

    /** Looks at a given server; its user owns the tables, and the program acts as a role of fewer rights. */
    public static DatabaseServer given(DatabaseLogin owner) {
        var sql = JdbcClient.create(owner.plain());
        try {
            int version = sql.sql("select current_setting('server_version_num')::int / 10000")
                    .query(Integer.class)
                    .single();
            if (version < OLDEST) {
                throw new Refusal(
                        "database.url",
                        "the server is PostgreSQL %d; Holdfast needs %d or newer".formatted(version, OLDEST));
            }
        } catch (DataAccessException e) {
            throw new Refusal("database.url", "the database cannot be entered: " + rootMessage(e), e);
        }
        Roles.ensureMember(sql);
        return new DatabaseServer(
                Optional.empty(),
                owner,
                new DatabaseLogin(owner.url(), owner.user(), owner.password(), Schema.APP_ROLE));
    }

    private static String rootMessage(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** For migrations. */
    public DatabaseLogin owner() {
        return owner;
    }

    /** For everything else. */
    public DatabaseLogin app() {
        return app;
    }

    /** Stops the program's own server; a given one runs on. */
    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
    }
}
