package dev.holdfast.bench.fault;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.process.ServerTest;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plays bad networks and bad answers one after the other, and looks whether anything stays behind. */
public final class NetworkBench implements Bench {
    // A connection that waits to be used again is no leak; hundreds are.
    private static final int MOST_MORE_THREADS = 30;
    private static final int MOST_CONNECTIONS_TO_SHOPIFY = 60;
    private static final double MOST_SECONDS_OF_LAG = 180;
    // A trickle is given up after 20 s, and one that is given up is none.
    private static final double MOST_SECONDS_UNTOLD = 60;
    // What waits longest, and a minute in which nothing went wrong.
    private static final double MOST_SECONDS_STILL_TOLD = MOST_SECONDS_OF_LAG + 60;

    private static final double MOST_SECONDS_OF_CLOCK = 30;
    private static final Pattern CLOCK =
            Pattern.compile("clock: a day forward and back, everything went on within ([0-9.]+) s");
    private static final String FULL_DISK = "full disk";

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
            new Trouble("a page instead of JSON", ground -> ground.wire.play((_, _) -> answer("<html>busy</html>"))),
            new Trouble(FULL_DISK, ground -> {
                ground.program.disk().orElseThrow().fill();
                ground.knocker.large(true);
            }));
    private static final List<String> SHORT = List.of("invalid JSON", FULL_DISK);

    private static Optional<Wire.Answer> answer(String body) {
        return Optional.of(Wire.Answer.of(200, body));
    }

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String summary() {
        return "bad networks and answers, a full disk, a clock set wrong, under load, each for a minute"
                + " (NETWORK_SECONDS): no stuck job, no leak, the reason on the health page";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        ProgramRun.ofHoldfast(null, "--version");
        var size = Size.given();
        var each = Duration.ofSeconds(size.count("NETWORK_SECONDS", 2, 60));
        report.note("seed %d; each trouble for %s".formatted(size.seed(), each));
        try (var ground = Ground.openOnSmallDisk("network", size.seed(), report)) {
            int threads = threads(ground.program.pid());
            var worst = new Met(0, 0, 0);
            ground.await("the health page is good", () -> ground.complaints().isEmpty());
            for (var trouble : ALL) {
                if (trouble.name().equals(FULL_DISK) && ground.program.disk().isEmpty()) {
                    report.note("full disk: left out, for it needs root to mount a small one");
                } else if (!size.isShort() || SHORT.contains(trouble.name())) {
                    worst = worst.worst(meet(ground, trouble, each, report));
                }
            }
            report.bar("network-longest-lag-seconds", worst.lag(), "<=", MOST_SECONDS_OF_LAG);
            report.bar("network-reason-shown-seconds", worst.told(), "<=", MOST_SECONDS_UNTOLD);
            report.bar("network-reason-gone-seconds", worst.untold(), "<=", MOST_SECONDS_STILL_TOLD);
            // Before the clock's own test, which is work of the machine that no load of this run asks for.
            ground.toys.reportShare("network", size, report);
            if (!size.isShort()) {
                setClock(report);
            }
            ground.settle();
            verdict(ground, threads, report);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked", e);
        }
    }

    /**
     * What came of a trouble, in seconds.
     *
     * @param lag from its end until all was done
     * @param told from its beginning until the health page told of it
     * @param untold from its end until the page told of nothing
     */
    private record Met(double lag, double told, double untold) {
        Met worst(Met other) {
            return new Met(Math.max(lag, other.lag), Math.max(told, other.told), Math.max(untold, other.untold));
        }
    }

    private static Met meet(Ground ground, Trouble trouble, Duration time, Report report)
            throws IOException, InterruptedException {
        String said;
        int buyers;
        double shown;
        try (var trading = new Trading(ground, trouble.name().hashCode())) {
            long begin = System.nanoTime();
            trouble.start().in(ground);
            ground.await(
                    "the health page tells of " + trouble.name(),
                    () -> !ground.complaints().isEmpty());
            shown = secondsSince(begin);
            said = ground.complaints();
            // The trouble lasts so long, while buyers come.
            Thread.sleep(Math.max(0, time.toMillis() - (long) (shown * 1000)));
            ground.pipe.carry(Pipe.Way.WHOLE);
            ground.toys.faults("{}");
            ground.wire.playNothing();
            ground.knocker.large(false);
            if (ground.program.disk().isPresent()) {
                ground.program.disk().get().free();
            }
            buyers = trading.buyers();
        }
        long end = System.nanoTime();
        ground.await("what waited is done after " + trouble.name(), ground::isIdle);
        double lag = secondsSince(end);
        ground.await(
                "the health page tells no more of " + trouble.name(),
                () -> ground.complaints().isEmpty());
        var met = new Met(lag, shown, secondsSince(end));
        report.note("%-26s %d buyers; lag gone after %.1f s; told after %.1f s, until %.1f s after; health said: %s"
                .formatted(trouble.name(), buyers, met.lag(), met.told(), met.untold(), said));
        return met;
    }

    /** The server's own test: simulator and program in one process, whose clock can be set. */
    private static void setClock(Report report) throws IOException, InterruptedException {
        var found =
                new ServerTest("ClockStepTest,NightsTest", List.of()).run(CLOCK).getFirst();
        report.note(found.group());
        report.bar("network-clock-seconds", Double.parseDouble(found.group(1)), "<=", MOST_SECONDS_OF_CLOCK);
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
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
        report.note("%d webhooks were asked to come again".formatted(ground.knocker.askedAgain()));
        report.bar("network-answers-but-200-and-503", ground.knocker.otherAnswers(), "=", 0);
        report.bar("network-effects-sent-two-ways", (double) ground.sentTwoWays(), "=", 0);
        report.bar("network-effects-missing", (double) ground.missing(), "=", 0);
        ground.judge("network");
    }
}
