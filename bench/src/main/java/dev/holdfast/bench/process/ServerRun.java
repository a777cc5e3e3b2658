package dev.holdfast.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** ./holdfast serve in a home of its own, from its start until its first page that asks the database; close it to end it. */
public final class ServerRun implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Process process;
    private final Path home;
    private final double millis;

    private ServerRun(Process process, Path home, double millis) {
        this.process = process;
        this.home = home;
        this.millis = millis;
    }

    /** Starts it on two free ports and waits until the health page answers. */
    public static ServerRun start(Path home) throws IOException, InterruptedException {
        int port = FreePort.any();
        int operatorPort = FreePort.any();
        ProcessBuilder builder = new ProcessBuilder(
                        ProgramRun.root().resolve("holdfast").toString(), "serve", "--port", Integer.toString(port))
                .directory(ProgramRun.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("serve.log").toFile());
        builder.environment().put("HOLDFAST_HOME", home.toString());
        builder.environment().put("HOLDFAST_OPERATOR_PORT", Integer.toString(operatorPort));
        long start = System.nanoTime();
        Process process = builder.start();
        URI health = URI.create("http://127.0.0.1:" + operatorPort + "/health");
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, health)) {
                if (!process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
                    process.destroy();
                    throw new IllegalStateException(
                            "The server is not ready: " + Files.readString(home.resolve("serve.log")));
                }
                // Between two looks: a start is measured to within so much.
                Thread.sleep(10);
            }
            return new ServerRun(process, home, (System.nanoTime() - start) / 1e6);
        }
    }

    private static boolean answers(HttpClient client, URI page) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** From the launcher's start to the first answer. */
    public double millis() {
        return millis;
    }

    /** Resident now: the program, and its PostgreSQL with what its processes share counted once. */
    public double megabytes() throws IOException {
        double all = kilobytes(Path.of("/proc", Long.toString(process.pid()), "status"), "VmRSS:");
        for (long one : ProcessTable.workingIn(home.resolve("postgresql/data"))) {
            all += kilobytes(Path.of("/proc", Long.toString(one), "smaps_rollup"), "Pss:");
        }
        return all / 1024;
    }

    private static double kilobytes(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    /** Asks it to end, and waits until its database has ended too. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(LONGEST_START.toSeconds(), TimeUnit.SECONDS).join();
    }
}
