package dev.holdfast.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;

/** The PostgreSQL of a served program, asked as its superuser, past row security. */
public final class ProgramDatabase implements AutoCloseable {
    private final Connection connection;

    private ProgramDatabase(Connection connection) {
        this.connection = connection;
    }

    public static ProgramDatabase of(ServedProgram program) throws IOException {
        var login = new Properties();
        login.setProperty("user", "holdfast");
        login.setProperty("password", program.databasePassword());
        var url = "jdbc:postgresql://127.0.0.1:" + program.databasePort() + "/holdfast";
        try {
            return new ProgramDatabase(DriverManager.getConnection(url, login));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Reads a row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String query, Reading<T> reading) throws IOException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reading.of(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Of a query with one row of one number. */
    public long number(String query) throws IOException {
        return list(query, row -> row.getLong(1)).getFirst();
    }

    public void run(String statement) throws IOException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** {@code copy}: how many rows that were. */
    public long copyOut(String what, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + what + " to stdout", out);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    public long copyIn(String table, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", in, 1 << 16);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
