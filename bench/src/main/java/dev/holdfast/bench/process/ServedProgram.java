package dev.holdfast.bench.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code ./holdfast serve} in a process of its own, with a home folder that is kept between its starts. */
public final class ServedProgram implements AutoCloseable {
    public static final String CLIENT_ID = "bench";
    /**
     * Of this run alone. Should another run's program come to listen at the port while ours is down, as one chosen by lot may,
     * it refuses what is not for it; with one secret for all it would acknowledge our webhooks, and nobody would have them.
     */
    public static final String SECRET = "shpss_" + UUID.randomUUID().toString().replace("-", "");

    private static final Pattern DATABASE = Pattern.compile("PostgreSQL .* runs in .* on 127\\.0\\.0\\.1:([0-9]+)");
    private static final Pattern READY =
            Pattern.compile("Ready after [^,]* on http://127\\.0\\.0\\.1:([0-9]+), health on (\\S+)");
    private static final int SECONDS_TO_START = 300;

    private final Path home;
    private final Path log;
    private final Process process;
    private final Doors doors;

    private ServedProgram(Path home, Path log, Process process, Doors doors) {
        this.home = home;
        this.log = log;
        this.process = process;
        this.doors = doors;
    }

    /** Where it and its database answer. */
    private record Doors(int port, String health, int databasePort) {}

    /** Starts it with these settings, by the names of their environment variables, and returns when it is ready. */
    public static ServedProgram start(Path home, Map<String, String> settings)
            throws IOException, InterruptedException {
        var log = Files.createTempFile("served", ".log");
        log.toFile().deleteOnExit();
        var builder = new ProcessBuilder(ProgramRun.root().resolve("holdfast").toString(), "serve")
                .directory(ProgramRun.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "HOLDFAST_HOME",
                        home.toString(),
                        "HOLDFAST_HTTP_PORT",
                        "0",
                        "HOLDFAST_OPERATOR_PORT",
                        "0",
                        "HOLDFAST_SHOPIFY_CLIENT_ID",
                        CLIENT_ID,
                        "HOLDFAST_SHOPIFY_CLIENT_SECRET",
                        SECRET));
        builder.environment().putAll(settings);
        var process = builder.start();
        var ready = await(process, log, READY);
        var database = await(process, log, DATABASE);
        var doors = new Doors(Integer.parseInt(ready.group(1)), ready.group(2), Integer.parseInt(database.group(1)));
        return new ServedProgram(home, log, process, doors);
    }

    private static MatchResult await(Process process, Path log, Pattern line) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (System.nanoTime() < end) {
            var said = Files.readString(log, StandardCharsets.UTF_8);
            var found = line.matcher(said);
            if (found.find()) {
                return found.toMatchResult();
            }
            // Between two looks: a start is measured to within so much.
            if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("holdfast serve ended: " + said);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("holdfast serve was not ready in time; see " + log);
    }

    public int port() {
        return doors.port();
    }

    public int databasePort() {
        return doors.databasePort();
    }

    public String databasePassword() throws IOException {
        return Files.readString(home.resolve("postgresql/password")).strip();
    }

    public long pid() {
        return process.pid();
    }

    /** All that it has said so far. */
    public String said() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    /** The health page as JSON, whatever it says. */
    public String health() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var page = HttpRequest.newBuilder(URI.create(doors.health())).build();
            return client.send(page, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** The resident memory of the program alone, now ({@code VmRSS}) or at its peak ({@code VmHWM}). */
    public double megabytes(String which) throws IOException {
        return ProcessTable.megabytes(pid(), which);
    }

    /** Resident now: the program, and its PostgreSQL with what its processes share counted once. */
    public double megabytesWithDatabase() throws IOException {
        double all = megabytes("VmRSS");
        for (long one : ProcessTable.workingIn(databaseFolder())) {
            all += ProcessTable.proportionalMegabytes(one);
        }
        return all;
    }

    /** The folder its PostgreSQL's processes work in. */
    Path databaseFolder() throws IOException {
        return home.resolve("postgresql/data").toRealPath();
    }

    /** As {@code kill -9} does; its PostgreSQL runs on. */
    public void kill() throws InterruptedException {
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
