package dev.holdfast.bench.fault;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Plays bad networks and bad answers one after the other, and looks whether anything stays behind. */
public final class NetworkBench implements Bench {
    // A connection that waits to be used again is no leak; hundreds are.
    private static final int MOST_MORE_THREADS = 30;
    private static final int MOST_CONNECTIONS_TO_SHOPIFY = 60;
    private static final double MOST_SECONDS_OF_LAG = 180;

    private static final String THROTTLED = """
            {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":{"cost":{
            "requestedQueryCost":10,"actualQueryCost":null,"throttleStatus":
            {"maximumAvailable":20000.0,"currentlyAvailable":0,"restoreRate":1000.0}}}}""";

    /** Something that goes wrong; what ends it is the same for all. */
    private record Trouble(String name, Start start) {}

    @FunctionalInterface
    private interface Start {
        void in(Ground ground) throws IOException, InterruptedException;
    }

    private static final List<Trouble> ALL = List.of(
            new Trouble("late answers", ground -> ground.pipe.carry(Pipe.Way.LATE)),
            new Trouble("connections reset", ground -> ground.pipe.carry(Pipe.Way.RESET)),
            new Trouble("connections half closed", ground -> ground.pipe.carry(Pipe.Way.HALF_CLOSED)),
            new Trouble("answers that trickle", ground -> ground.pipe.carry(Pipe.Way.TRICKLE)),
            new Trouble("429", ground -> ground.toys.faults("{\"too_many\": 900}")),
            new Trouble("5xx", ground -> ground.toys.faults("{\"server_error\": 900}")),
            new Trouble("answers cut off", ground -> ground.toys.faults("{\"truncated\": 900}")),
            new Trouble("THROTTLED", ground -> ground.wire.play((_, _) -> answer(THROTTLED))),
            new Trouble(
                    "invalid JSON",
                    ground -> ground.wire.play((_, shop) -> {
                        shop.answer();
                        return answer("{\"data\": <html>busy</html>");
                    })),
            new Trouble("a page instead of JSON", ground -> ground.wire.play((_, _) -> answer("<html>busy</html>"))));
    private static final List<String> SHORT = List.of("connections half closed", "invalid JSON");

    private static Optional<Wire.Answer> answer(String body) {
        return Optional.of(Wire.Answer.of(200, body));
    }

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String summary() {
        return "bad networks and answers under load, each for a minute (NETWORK_SECONDS): no stuck job, no leak, the"
                + " reason on the health page";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        ProgramRun.ofHoldfast(null, "--version");
        var size = Size.given();
        var each = Duration.ofSeconds(size.count("NETWORK_SECONDS", 2, 60));
        report.note("seed %d; each trouble for %s".formatted(size.seed(), each));
        try (var ground = Ground.open("network", size.seed())) {
            int threads = threads(ground.program.pid());
            double longest = 0;
            for (var trouble : ALL) {
                if (!size.isShort() || SHORT.contains(trouble.name())) {
                    longest = Math.max(longest, meet(ground, trouble, each, report));
                }
            }
            report.bar("network-longest-lag-seconds", longest, "<=", MOST_SECONDS_OF_LAG);
            ground.settle();
            verdict(ground, threads, report);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked", e);
        }
    }

    /** The seconds until all is done after the trouble. */
    private static double meet(Ground ground, Trouble trouble, Duration time, Report report)
            throws IOException, InterruptedException {
        String said;
        int buyers;
        try (var trading = new Trading(ground, trouble.name().hashCode())) {
            trouble.start().in(ground);
            // The trouble lasts so long, while buyers come.
            Thread.sleep(time);
            said = ground.complaints();
            ground.pipe.carry(Pipe.Way.WHOLE);
            ground.toys.faults("{}");
            ground.wire.playNothing();
            buyers = trading.buyers();
        }
        long begin = System.nanoTime();
        ground.await("what waited is done after " + trouble.name(), ground::isIdle);
        double lag = (System.nanoTime() - begin) / 1e9;
        report.note(
                "%-26s %d buyers; lag gone after %.1f s; health said: %s".formatted(trouble.name(), buyers, lag, said));
        return lag;
    }

    private static int threads(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    private static void verdict(Ground ground, int threads, Report report)
            throws IOException, InterruptedException, SQLException {
        report.note("%d connections broke".formatted(ground.pipe.broken()));
        report.bar("network-threads-more", threads(ground.program.pid()) - threads, "<=", MOST_MORE_THREADS);
        report.bar("network-connections-to-shopify", ground.pipe.connections(), "<=", MOST_CONNECTIONS_TO_SHOPIFY);
        ground.await("every turn is given back", () -> ground.count("""
                select count(*) from shop_turn where leased_until > now()""") == 0);
        report.bar("network-rows-still-being-sent", (double) ground.count("""
                select count(*) from outbox where state = 'sending'"""), "=", 0);
        report.bar("network-acknowledged-but-lost", ground.lost(), "=", 0);
        report.bar("network-effects-sent-two-ways", (double) ground.sentTwoWays(), "=", 0);
        report.bar("network-effects-missing", (double) ground.missing(), "=", 0);
        var reconciled = ground.reconcile();
        report.note(reconciled.output().strip());
        report.bar("network-reconcile-exit-code", reconciled.exitCode(), "=", 0);
        report.note("processor: the simulator took %.0f %% of what the machine used"
                .formatted(ground.toys.cpuShare() * 100));
    }
}
