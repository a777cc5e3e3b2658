package dev.holdfast.platform.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables and the two roles: the owner, who migrates, and the app's role, which owns nothing. */
public final class Schema {

    /** What the program acts as: row security binds it, and it cannot change a table. */
    public static final String APP_ROLE = "holdfast_app";

    private Schema() {}

    /** Brings the tables of the database, entered as their owner, to this program's version; other processes wait meanwhile. */
    public static void migrate(DataSource owner) {
        flyway(owner).migrate();
    }

    static Flyway flyway(DataSource owner) {
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
    }
}
