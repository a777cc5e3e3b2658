package dev.holdfast.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's programs at work on its data; for the holder of the folder's lock. */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int TRIES = 3;
    // After a crash the server first repeats what its log holds, which can take minutes.
    private static final String START_SECONDS = "600";

    private final Programs programs;
    private final DataFolder data;
    private final Path log;
    private final IntSupplier ports;
    private int port;
    private @Nullable Postmaster running;

    /** The ports are asked for one that is free. */
    Server(Programs programs, DataFolder data, Path log, IntSupplier ports) {
        this.programs = programs;
        this.data = data;
        this.log = log;
        this.ports = ports;
    }

    int port() {
        return port;
    }

    void startOnFreePort() throws IOException {
        for (int tries = 1; ; tries++) {
            port = ports.getAsInt();
            try {
                start();
                return;
            } catch (PortTaken e) {
                // Between looking for a free port and taking it, somebody else may have taken it.
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Starts on the port it had, after clearing away what a killed one left. */
    void start() throws IOException {
        new Leftovers(data.folder()).clear(programs);
        data.configure(port);
        Folders.makePrivate(log);
        Path startLog = log.resolve("start.log");
        Files.deleteIfExists(startLog);
        var started = control("start", "-t", START_SECONDS, "-l", startLog.toString());
        if (started.status() != 0) {
            String said = Files.exists(startLog) ? Files.readString(startLog) : "";
            String why = "%s; %s says: %s; the newest file beside it says more"
                    .formatted(started.output().strip(), startLog, said.strip().replace("\n", " / "));
            // The server says it to its own log, and only once that is open.
            throw FreePorts.isFree(port)
                    ? new IOException(why)
                    : new PortTaken("port %d was taken meanwhile: %s".formatted(port, why));
        }
        running = Postmaster.of(data.folder());
        LOG.info("PostgreSQL {} runs in {} on 127.0.0.1:{}", programs.version(), data.folder(), port);
    }

    void stop() throws IOException {
        control("stop", "-t", "60", "-m", "fast").orThrow();
    }

    boolean isAlive() {
        Postmaster started = running;
        return started != null && started.isAlive();
    }

    private Command.Ended control(String verb, String... more) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(programs.program("pg_ctl").toString());
        words.add(verb);
        words.addAll(List.of(more));
        words.addAll(List.of("-D", data.folder().toString(), "-w"));
        return new Command(words).run();
    }

    /** The port was free a moment ago. */
    private static final class PortTaken extends IOException {

        private static final long serialVersionUID = 1L;

        PortTaken(String why) {
            super(why);
        }
    }
}
