package dev.holdfast.platform.postgres;

import dev.holdfast.platform.FolderLock;
import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL of the program's own: durable, on the loopback address alone, behind a password that the folder's owner alone
 * can read. One that a killed program left running is taken over, and one that is killed is started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** May do everything, so it only prepares databases and roles, and copies all shops' rows for a backup. */
    public static final String SUPERUSER = "holdfast";

    private static final String FOLDER = "postgresql";

    /** Stops what this object started. */
    private interface Stop {
        void stop() throws IOException;
    }

    private final DataFolder data;
    private final int port;
    private final Stop stop;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(DataFolder data, int port, Stop stop) {
        this.data = data;
        this.port = port;
        this.stop = stop;
    }

    /**
     * Starts the server, on a free port, until {@link #close}.
     *
     * @throws Refusal when another program uses the folder, the data are of another major version, or the server does not start
     */
    public static EmbeddedPostgres start(Home home) {
        Path folder = home.folder().resolve(FOLDER);
        try {
            home.privateFolder(FOLDER);
            FolderLock lock = FolderLock.take(folder);
            try {
                return start(lock, folder);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Refusal(folder.toString(), "PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres start(FolderLock lock, Path folder) throws IOException {
        Programs programs = Programs.in(folder);
        DataFolder data = DataFolder.in(folder);
        data.prepare(programs);
        var server = new Server(programs, data, folder.resolve("log"), FreePorts::any);
        server.startOnFreePort();
        programs.removeOthers();
        var watch = new Watch(server);
        return new EmbeddedPostgres(data, server.port(), () -> {
            try (lock) {
                watch.stop();
                server.stop();
            }
        });
    }

    /**
     * Enters the server that another Holdfast runs in this home, or starts it when none does; {@link #close} leaves the
     * other's running. For commands beside {@code holdfast serve}. Throws {@link Refusal} as {@link #start}.
     */
    public static EmbeddedPostgres joinOrStart(Home home) {
        if (!isInUse(home)) {
            return start(home);
        }
        DataFolder data = DataFolder.in(home.folder().resolve(FOLDER));
        try {
            return new EmbeddedPostgres(data, Postmaster.of(data.folder()).port(), () -> {});
        } catch (IOException e) {
            throw new Refusal(
                    data.folder().toString(), "another Holdfast just starts or ends there; try again in a moment", e);
        }
    }

    /** Whether a program, another or this one, holds the folder now. */
    public static boolean isInUse(Home home) {
        Path folder = home.folder().resolve(FOLDER);
        if (!Files.exists(folder.resolve("lock"))) {
            return false;
        }
        try (FolderLock free = FolderLock.tryTake(folder)) {
            return free == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a server was ever made in this home. */
    public static boolean hasData(Home home) {
        return Files.exists(home.folder().resolve(FOLDER).resolve("data"));
    }

    /** For the driver; the user and {@link #password()} come beside it. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public String password() {
        try {
            return data.password();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends open transactions and stops the server; what was committed is on disk. The second time does nothing. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            stop.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL in " + data.folder() + " did not stop", e);
        }
    }
}
