package dev.holdfast.bench.fault;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.process.ServedProgram;
import dev.holdfast.simulator.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code ./holdfast serve} with workers, in a home and on ports that outlive it: killed and started again. */
final class Program implements AutoCloseable {
    private static final Pattern DATABASE = Pattern.compile("PostgreSQL .* runs in .* on 127\\.0\\.0\\.1:([0-9]+)");
    /** PostgreSQL's word for a connection that cannot be made. */
    private static final String AWAY = "08001";

    private static final int SECONDS_TO_END = 60;

    private final Path home;
    private final Path log;
    private final Map<String, String> environment = new HashMap<>();
    private final int port = FreePort.any();
    private final int operatorPort = FreePort.any();
    private @Nullable Process process;
    private Optional<SmallDisk> disk = Optional.empty();

    Program(Path home) throws IOException {
        this.home = home;
        this.log = home.resolve("serve.log");
    }

    /** What it keeps is below this. */
    Path home() {
        return home;
    }

    /** {@code shopify} is where it finds the shop. */
    void connectTo(URI shopify) {
        environment.putAll(Map.of(
                "HOLDFAST_HOME",
                home.resolve("home").toString(),
                "HOLDFAST_HTTP_PORT",
                Integer.toString(port),
                "HOLDFAST_OPERATOR_PORT",
                Integer.toString(operatorPort),
                "HOLDFAST_SHOPIFY_URL",
                url().toString(),
                "HOLDFAST_SHOPIFY_CLIENT_ID",
                ServedProgram.CLIENT_ID,
                "HOLDFAST_SHOPIFY_CLIENT_SECRET",
                ServedProgram.SECRET,
                "HOLDFAST_SHOPIFY_ADDRESS",
                shopify + "/shops/{shop}",
                "HOLDFAST_SHOPIFY_SHOP",
                Toys.SHOP));
    }

    /** Its folder and database are on a disk that can be filled, where this user may mount one. */
    void useSmallDisk() throws IOException, InterruptedException {
        disk = SmallDisk.mount(home.resolve("home"));
    }

    Optional<SmallDisk> disk() {
        return disk;
    }

    /** More settings, or other ones, from the next start on. */
    void set(String name, String value) {
        environment.put(name, value);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI health() {
        return URI.create("http://127.0.0.1:" + operatorPort + "/health");
    }

    long pid() {
        return running().pid();
    }

    void start() throws IOException {
        process = builder(List.of("serve"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    boolean runs() {
        return process != null && process.isAlive();
    }

    /** As {@code kill -9} does; its PostgreSQL runs on. */
    void kill() throws InterruptedException {
        running().destroyForcibly();
        running().waitFor();
    }

    /** {@code kill -9} of every process of PostgreSQL; one that is just being started is waited for. They are gone then. */
    void killDatabase() throws IOException, InterruptedException {
        var first = postmaster();
        var all = Stream.concat(Stream.of(first), first.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (var one : all) {
            one.onExit().orTimeout(SECONDS_TO_END, TimeUnit.SECONDS).join();
        }
    }

    private ProcessHandle postmaster() throws IOException, InterruptedException {
        var file = home.resolve("home/postgresql/data/postmaster.pid");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
        while (System.nanoTime() < end) {
            var lines = linesOf(file);
            var found = lines.size() > 1
                    ? ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive)
                    : Optional.<ProcessHandle>empty();
            if (found.isPresent()) {
                return found.get();
            }
            // Between two looks: it is started by another process.
            Thread.sleep(20);
        }
        throw new IllegalStateException("PostgreSQL was not started again within " + SECONDS_TO_END + " s:\n" + said());
    }

    /** None while a start takes the file away and writes it anew; the number of the process is its first line, not its last. */
    private static List<String> linesOf(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Another command of the program beside the server; how it ended and what it said. */
    Ended command(String... words) throws IOException, InterruptedException {
        Path output = home.resolve("command.log");
        var run = builder(List.of(words)).redirectOutput(output.toFile()).start();
        return new Ended(run.waitFor(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** How a command ended. */
    record Ended(int exitCode, String output) {}

    private ProcessBuilder builder(List<String> words) {
        var command = new ArrayList<String>();
        command.add(ProgramRun.root().resolve("holdfast").toString());
        command.addAll(words);
        var builder = new ProcessBuilder(command)
                .directory(ProgramRun.root().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    String said() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    /**
     * The first column of a query as its shop.
     *
     * @throws SQLException of class 08 or 57 while the database is not there
     */
    List<String> ask(String query) throws IOException, SQLException {
        try (Connection connection = database();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('holdfast.shop_id', '1', false)");
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(1)));
                }
            }
            return found;
        }
    }

    private Connection database() throws IOException, SQLException {
        var port = DATABASE.matcher(said())
                .results()
                .reduce((_, later) -> later)
                .orElseThrow(() -> new SQLException("The program has not said where its database is", AWAY));
        var login = new Properties();
        login.setProperty("user", "holdfast");
        login.setProperty(
                "password",
                Files.readString(home.resolve("home/postgresql/password")).strip());
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port.group(1) + "/holdfast", login);
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("The program was never started");
        }
        return process;
    }

    /** Asks it to end and waits. */
    @Override
    public void close() throws IOException {
        try {
            if (process != null) {
                process.destroy();
                if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("The program did not end when asked; see " + log);
                }
            }
            if (disk.isPresent()) {
                disk.get().unmount();
            }
        } catch (InterruptedException e) {
            if (process != null) {
                process.destroyForcibly();
            }
            Thread.currentThread().interrupt();
        }
    }
}
