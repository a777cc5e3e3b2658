package dev.holdfast.platform.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables and the two roles: the owner, who migrates, and the app's role, which owns nothing. */
public final class Schema {

    /** What the program acts as: row security binds it, and it cannot change a table. */
    public static final String APP_ROLE = "holdfast_app";

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private Schema() {}

    /** Brings the tables of the database, entered as their owner, to this program's version; other processes wait meanwhile. */
    public static void migrate(DataSource owner) {
        MigrateResult result = flyway(owner).migrate();
        if (result.migrationsExecuted > 0) {
            LOG.info("Tables brought to version {}", result.targetSchemaVersion);
        }
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
