package dev.holdfast.platform.postgres;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of the program's own: durable, on the loopback address alone, behind a password that the folder's owner alone
 * can read. It runs from {@link #start} until {@link #close}, and one that a killed program left running is taken over.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** May do everything, so it only prepares databases and roles, and copies all shops' rows for a backup. */
    public static final String SUPERUSER = "holdfast";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int TRIES = 3;
    // After a crash the server first repeats what its log holds, which can take minutes.
    private static final String START_SECONDS = "600";

    private final FolderLock lock;
    private final Programs programs;
    private final DataFolder data;
    private final int port;

    private EmbeddedPostgres(FolderLock lock, Programs programs, DataFolder data, int port) {
        this.lock = lock;
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /**
     * Starts the server, on a free port.
     *
     * @throws Refusal when another program uses the folder, the data are of another major version, or the server does not start
     */
    public static EmbeddedPostgres start(Home home) {
        Path folder = home.folder().resolve("postgresql");
        try {
            home.privateFolder("postgresql");
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

    /** Whether another program holds the folder now. */
    public static boolean isInUse(Home home) {
        Path folder = home.folder().resolve("postgresql");
        if (!Files.exists(folder.resolve("lock"))) {
            return false;
        }
        try (FolderLock free = FolderLock.tryTake(folder)) {
            return free == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start(FolderLock lock, Path folder) throws IOException {
        Programs programs = Programs.in(folder);
        DataFolder data = DataFolder.in(folder);
        data.prepare(programs);
        new Leftovers(data.folder()).clear(programs);
        Path log = folder.resolve("log").resolve("start.log");
        Folders.makePrivate(folder.resolve("log"));
        for (int tries = 1; ; tries++) {
            int port = freePort();
            data.configure(port);
            Files.deleteIfExists(log);
            var started = control(programs, data, List.of("start", "-t", START_SECONDS, "-l", log.toString()));
            if (started.status() == 0) {
                programs.removeOthers();
                LOG.info("PostgreSQL {} runs in {} on 127.0.0.1:{}", programs.version(), folder, port);
                return new EmbeddedPostgres(lock, programs, data, port);
            }
            String said = Files.exists(log) ? Files.readString(log) : "";
            // Between looking for a free port and taking it, somebody else may have taken it.
            if (tries == TRIES || !said.contains("could not bind")) {
                throw new IOException("%s; %s says: %s"
                        .formatted(started.output().strip(), log, said.strip().replace("\n", " / ")));
            }
        }
    }

    private static Command.Ended control(Programs programs, DataFolder data, List<String> words) throws IOException {
        List<String> all = new ArrayList<>();
        all.add(programs.program("pg_ctl").toString());
        all.addAll(words);
        all.addAll(List.of("-D", data.folder().toString(), "-w"));
        return new Command(all).run();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Of the server, such as 18.4. */
    public String version() {
        return programs.version();
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

    /** Ends open transactions and stops the server; what was committed is on disk. */
    @Override
    public void close() {
        try (lock) {
            control(programs, data, List.of("stop", "-t", "60", "-m", "fast")).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL in " + data.folder() + " did not stop", e);
        }
    }
}
