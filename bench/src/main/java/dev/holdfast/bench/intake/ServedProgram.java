package dev.holdfast.bench.intake;

import dev.holdfast.bench.process.ProgramRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code ./holdfast serve} in a process of its own, with a home folder that is kept between its starts. */
final class ServedProgram implements AutoCloseable {
    static final String SECRET = "shpss_0123456789abcdef0123456789abcdef";

    private static final Pattern DATABASE = Pattern.compile("PostgreSQL .* runs in .* on 127\\.0\\.0\\.1:([0-9]+)");
    private static final Pattern READY = Pattern.compile("Ready after [^,]* on http://127\\.0\\.0\\.1:([0-9]+)");
    private static final int SECONDS_TO_START = 120;

    private final Path home;
    private final Path log;
    private final Process process;
    private final int port;
    private final int databasePort;

    private ServedProgram(Path home, Path log, Process process, int port, int databasePort) {
        this.home = home;
        this.log = log;
        this.process = process;
        this.port = port;
        this.databasePort = databasePort;
    }

    /** Starts it and returns when it is ready. Its workers are off: only the door is measured. */
    static ServedProgram start(Path home) throws IOException, InterruptedException {
        var log = Files.createTempFile("served", ".log");
        log.toFile().deleteOnExit();
        var builder = new ProcessBuilder(ProgramRun.root().resolve("holdfast").toString(), "serve")
                .directory(ProgramRun.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "HOLDFAST_HOME", home.toString(),
                        "HOLDFAST_ROLE", "web",
                        "HOLDFAST_HTTP_PORT", "0",
                        "HOLDFAST_OPERATOR_PORT", "0",
                        "HOLDFAST_SHOPIFY_CLIENT_ID", "bench",
                        "HOLDFAST_SHOPIFY_CLIENT_SECRET", SECRET));
        var process = builder.start();
        var ready = await(process, log, READY);
        var database = await(process, log, DATABASE);
        return new ServedProgram(
                home, log, process, Integer.parseInt(ready.group(1)), Integer.parseInt(database.group(1)));
    }

    private static MatchResult await(Process process, Path log, Pattern line) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (System.nanoTime() < end) {
            var said = Files.readString(log, StandardCharsets.UTF_8);
            var found = line.matcher(said);
            if (found.find()) {
                return found.toMatchResult();
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("holdfast serve ended: " + said);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("holdfast serve was not ready in time; see " + log);
    }

    int port() {
        return port;
    }

    int databasePort() {
        return databasePort;
    }

    String databasePassword() throws IOException {
        return Files.readString(home.resolve("postgresql/password")).strip();
    }

    /** As {@code kill -9} does; its PostgreSQL runs on. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks it to end and waits. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("holdfast serve did not end when asked; see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
