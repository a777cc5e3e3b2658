package dev.holdfast.platform.database;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
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
        MigrateResult result = flyway(owner, MigrationVersion.LATEST).migrate();
        if (result.migrationsExecuted > 0) {
            LOG.info("Tables brought to version {}", result.targetSchemaVersion);
        }
    }

    /** Whether this program has that migration. */
    public static boolean knows(DataSource owner, String version) {
        return Stream.of(flyway(owner, MigrationVersion.LATEST).info().all())
                .anyMatch(migration -> MigrationVersion.fromVersion(version).equals(migration.getVersion()));
    }

    /** Brings the tables up to a version and no further, to fill them with rows of that time. */
    public static void migrateTo(DataSource owner, String version) {
        flyway(owner, MigrationVersion.fromVersion(version)).migrate();
    }

    /** How many migrations a database still lacks. */
    public static int pending(DataSource owner) {
        return flyway(owner, MigrationVersion.LATEST).info().pending().length;
    }

    private static Flyway flyway(DataSource owner, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .target(target)
                .cleanDisabled(true)
                .load();
    }
}
