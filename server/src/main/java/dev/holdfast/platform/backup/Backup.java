package dev.holdfast.platform.backup;

import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.backup.Manifest.Table;
import dev.holdfast.platform.database.DatabaseLogin;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything the database holds, as of one instant, into one file, while the program runs. The file is readable by its
 * owner alone and is there whole or not at all; the key that opens sealed secrets is not in it.
 */
public final class Backup {

    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    private final DatabaseLogin everything;
    private final Instant now;

    /** The login must see every shop's rows; {@code now} is written into the file. */
    public Backup(DatabaseLogin everything, Instant now) {
        this.everything = everything;
        this.now = now;
    }

    /** What was written. */
    public record Written(Path file, int tables, long rows) {}

    /** Throws {@link Refusal} when the file exists already or cannot be written, or the login does not see all rows. */
    public Written to(Path file) {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new Refusal(file.toString(), "is there already; name a new file");
        }
        Path folder = target.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Refusal(file.toString(), "cannot be written: there is no folder " + folder);
        }
        Path half = target.resolveSibling("." + target.getFileName() + ".new");
        try (Connection connection = everything.plain().getConnection()) {
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Manifest manifest = write(connection, half);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            return new Written(file, manifest.tables().size(), manifest.rows());
        } catch (IOException e) {
            throw new Refusal(file.toString(), "cannot be written: " + e, e);
        } catch (SQLException e) {
            throw new Refusal("database", "could not be read: " + e.getMessage(), e);
        } finally {
            remove(half);
        }
    }

    // Gone already when all went well.
    private static void remove(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            LOG.warn("{} is left half-written and can be deleted: {}", half, e.toString());
        }
    }

    private Manifest write(Connection connection, Path half) throws SQLException, IOException {
        // One snapshot for all tables: every row as of the first statement.
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        requireAllRows(sql);
        requireTables(sql);
        var catalog = new Catalog(sql);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(half)))) {
            List<Table> tables = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : catalog.tables().entrySet()) {
                tables.add(write(table.getKey(), table.getValue(), copy, zip));
            }
            String server = sql.sql("show server_version").query(String.class).single();
            var manifest = new Manifest(
                    Manifest.FORMAT, now.toString(), server, catalog.migrations(), tables, catalog.sequences());
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
            return manifest;
        }
    }

    private static void requireTables(JdbcClient sql) {
        boolean begun = sql.sql("select to_regclass('flyway_schema_history') is not null")
                .query(Boolean.class)
                .single();
        if (!begun) {
            throw new Refusal("database", "has no tables of Holdfast yet; holdfast serve makes them");
        }
    }

    private static void requireAllRows(JdbcClient sql) {
        boolean sees = sql.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();
        if (!sees) {
            throw new Refusal(
                    "database.user",
                    "row security hides the shops' rows from this user; use your server's own pg_dump as an administrator,"
                            + " or let one run: alter role %s bypassrls"
                                    .formatted(sql.sql("select current_user")
                                            .query(String.class)
                                            .single()));
        }
    }

    private static Table write(String name, List<String> columns, CopyManager copy, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(Table.entry(name)));
        RowsDigest digest = RowsDigest.of(copy, CopyFormat.out(name, columns), zip::write);
        zip.closeEntry();
        return new Table(name, columns, digest.rows(), digest.text());
    }
}
