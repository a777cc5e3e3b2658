package dev.holdfast.platform.backup;

import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.backup.Manifest.Migration;
import dev.holdfast.platform.backup.Manifest.Sequence;
import dev.holdfast.platform.backup.Manifest.Table;
import dev.holdfast.platform.database.DatabaseLogin;
import dev.holdfast.platform.database.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings an empty database to what a backup file holds: the tables of the file's version, their rows in one transaction, each
 * table read back and compared row by row before the commit, and then the migrations that came since.
 */
public final class Restore implements AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Restore(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens a file and looks whether it is a backup this program can read; throws {@link Refusal} when not. */
    public static Restore from(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(file.toString(), Files.exists(file) ? "is not a file" : "there is no such file");
        }
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            return new Restore(file, zip, manifest(zip, file));
        } catch (IOException | RuntimeException e) {
            close(zip, e);
            throw e instanceof Refusal refusal ? refusal : notABackup(file, e);
        }
    }

    private static void close(@Nullable ZipFile zip, Exception why) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private static Refusal notABackup(Path file, Exception cause) {
        return new Refusal(file.toString(), "is not a backup that holdfast backup wrote, or was cut short", cause);
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new IOException("no " + Manifest.ENTRY);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JsonMapper.shared().readValue(in, Manifest.class);
            if (manifest.format() > Manifest.FORMAT) {
                throw newer(file);
            }
            return manifest;
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    private static Refusal newer(Path file) {
        return new Refusal(file.toString(), "was written by a newer Holdfast; restore it with that one");
    }

    /** When it was made, and what it holds. */
    public String describe() {
        return "%s: of %s, %d tables, %d rows, from PostgreSQL %s"
                .formatted(file, manifest.madeAt(), manifest.tables().size(), manifest.rows(), manifest.server());
    }

    /**
     * Fills a database.
     *
     * @param owner of the tables that will be
     * @param everything a login that may write every shop's rows
     * @throws Refusal when the database is not empty, or what came out is not what went in; its content is then undefined
     */
    public void into(DatabaseLogin owner, DatabaseLogin everything) {
        try (Connection connection = everything.plain().getConnection()) {
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var catalog = new Catalog(sql);
            if (!catalog.isEmpty()) {
                throw new Refusal("database", "is not empty; restore into an empty one");
            }
            migrate(owner, catalog);
            connection.setAutoCommit(false);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            empty(sql);
            for (Table table : manifest.tables()) {
                fill(table, copy);
            }
            setSequences(sql);
            for (Table table : manifest.tables()) {
                compare(table, copy);
            }
            connection.commit();
        } catch (IOException e) {
            throw notABackup(file, e);
        } catch (SQLException e) {
            throw new Refusal("database", "could not take " + file + ": " + e.getMessage(), e);
        }
        Schema.migrate(owner.plain());
    }

    private void migrate(DatabaseLogin owner, Catalog catalog) {
        List<Migration> wanted = manifest.migrations();
        if (wanted.isEmpty() || !Schema.knows(owner.plain(), wanted.getLast().version())) {
            throw newer(file);
        }
        Schema.migrateTo(owner.plain(), wanted.getLast().version());
        if (!catalog.migrations().equals(wanted)) {
            throw new Refusal(
                    file.toString(),
                    "its tables came about by other migrations than this Holdfast's; use the one it is of");
        }
        List<String> tables = new ArrayList<>(catalog.tables().keySet());
        if (!tables.equals(manifest.tables().stream().map(Table::name).toList())) {
            throw new Refusal(file.toString(), "holds other tables than its migrations make: " + tables);
        }
    }

    // Rows that a migration itself brought are in the backup too, as they are now.
    private void empty(JdbcClient sql) {
        for (Table table : manifest.tables().reversed()) {
            sql.sql("delete from public." + CopyFormat.quoted(table.name())).update();
        }
    }

    private void fill(Table table, CopyManager copy) throws SQLException, IOException {
        ZipEntry entry = zip.getEntry(Table.entry(table.name()));
        if (entry == null) {
            throw new IOException("no " + Table.entry(table.name()));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            copy.copyIn(CopyFormat.in(table.name(), table.columns()), in);
        }
    }

    private static void compare(Table table, CopyManager copy) throws SQLException, IOException {
        RowsDigest found = RowsDigest.of(copy, CopyFormat.out(table.name(), table.columns()), row -> {});
        if (found.rows() != table.rows() || !found.text().equals(table.digest())) {
            throw new Refusal(
                    "table " + table.name(),
                    "came out with %d rows that differ from the backup's %d; nothing was kept"
                            .formatted(found.rows(), table.rows()));
        }
    }

    private void setSequences(JdbcClient sql) {
        for (Sequence sequence : manifest.sequences()) {
            sql.sql("select setval(?::regclass, ?, ?)")
                    .param("public." + CopyFormat.quoted(sequence.name()))
                    .param(sequence.value())
                    .param(sequence.called())
                    .query(Long.class)
                    .single();
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw notABackup(file, e);
        }
    }
}
