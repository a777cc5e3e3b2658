package dev.holdfast.platform.database;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.postgres.EmbeddedPostgres;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database the program works on, ready to be migrated: its own server's, or a given one. */
public final class DatabaseServer implements AutoCloseable {

    private static final String DATABASE = "holdfast";
    private static final String OWNER = "holdfast_owner";
    private static final int OLDEST = 15;

    private final Runnable stop;
    private final DatabaseLogin everything;
    private final DatabaseLogin owner;
    private final DatabaseLogin app;

    private DatabaseServer(Runnable stop, DatabaseLogin everything, DatabaseLogin owner, DatabaseLogin app) {
        this.stop = stop;
        this.everything = everything;
        this.owner = owner;
        this.app = app;
    }

    /**
     * For the server itself: the given one, or the program's own, which is started and nobody else's.
     *
     * @throws Refusal with what keeps it from being used
     */
    public static DatabaseServer start(Home home, DatabaseSettings settings) {
        return settings.given()
                .map(DatabaseServer::given)
                .orElseGet(() -> embedded(EmbeddedPostgres.start(home.prepared())));
    }

    /** For a command: enters the program's own server when it runs already, and starts it when not. Throws as above. */
    public static DatabaseServer join(Home home, DatabaseSettings settings) {
        return settings.given()
                .map(DatabaseServer::given)
                .orElseGet(() -> embedded(EmbeddedPostgres.joinOrStart(home.prepared())));
    }

    private static DatabaseServer embedded(EmbeddedPostgres server) {
        try {
            String password = server.password();
            String url = server.url(DATABASE);
            prepare(new DatabaseLogin(server.url("postgres"), EmbeddedPostgres.SUPERUSER, password, ""));
            return new DatabaseServer(
                    server::close,
                    new DatabaseLogin(url, EmbeddedPostgres.SUPERUSER, password, ""),
                    new DatabaseLogin(url, OWNER, password, ""),
                    new DatabaseLogin(url, Schema.APP_ROLE, password, ""));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static void prepare(DatabaseLogin superuser) {
        var sql = JdbcClient.create(superuser.plain());
        Roles.ensureLogin(sql, OWNER, superuser.password());
        Roles.ensureLogin(sql, Schema.APP_ROLE, superuser.password());
        boolean exists = sql.sql("select exists (select from pg_database where datname = ?)")
                .param(DATABASE)
                .query(Boolean.class)
                .single();
        if (!exists) {
            sql.sql("create database " + DATABASE + " owner " + OWNER).update();
        }
    }

    private static DatabaseServer given(DatabaseLogin owner) {
        var sql = JdbcClient.create(owner.plain());
        requireVersion(sql);
        Roles.ensureMember(sql);
        return new DatabaseServer(
                () -> {},
                owner,
                owner,
                new DatabaseLogin(owner.url(), owner.user(), owner.password(), Schema.APP_ROLE));
    }

    private static void requireVersion(JdbcClient sql) {
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
    }

    private static String rootMessage(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** Sees every shop's rows, for backup and restore; a given server's user may not. */
    public DatabaseLogin everything() {
        return everything;
    }

    /** For migrations. */
    public DatabaseLogin owner() {
        return owner;
    }

    /** For everything else. */
    public DatabaseLogin app() {
        return app;
    }

    /** Stops the program's own server if this started it; another runs on. */
    @Override
    public void close() {
        stop.run();
    }
}
