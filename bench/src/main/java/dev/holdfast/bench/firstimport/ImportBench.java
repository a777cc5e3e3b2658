package dev.holdfast.bench.firstimport;

import dev.holdfast.bench.connected.Assortment;
import dev.holdfast.bench.connected.ConnectedShop;
import dev.holdfast.bench.process.LoadShare;
import dev.holdfast.bench.process.ProgramDatabase;
import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.process.ServedProgram;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Folders;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The first import of a shop with 100,000 variants and 200,000 open orders, beside {@code COPY} of the same rows. */
public final class ImportBench implements Bench {
    private static final int ROUNDS = 3;
    private static final double MOST_SECONDS = 300;
    private static final double LEAST_PER_COPY = 0.5;
    private static final double MOST_SHARE = 1.0 / 3;
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Pattern LOADED = Pattern.compile("imported \\w+ \\(\\d+ objects, kept in (\\d+) ms\\)");
    /** What the import fills, those that others refer to first. */
    private static final List<String> TABLES = List.of(
            "location",
            "product",
            "variant",
            "stock_level",
            "customer_order",
            "order_line",
            "fulfillment_order",
            "fulfillment_order_line",
            "fulfillment_hold",
            "held",
            "outbox");

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "first import of 100,000 variants and 200,000 open orders: at most 5 min, loading half as fast as COPY";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        // Builds, should it be needed, which no clock of ours must count.
        ProgramRun.ofHoldfast(null, "--version");
        report.note("the simulator in the bench's process, the program in its own, over HTTP at the limits of Plus");
        report.note("whole: from the program's start until all is here; loading: from the first line of a result that"
                + " is read until the last is kept; limit: COPY of the same rows into the same tables, emptied");
        var assortment = new Assortment(10_000);
        int orders = 200_000;
        try (var connected = ConnectedShop.open()) {
            assortment.fill(connected.shop());
            Assortment.sell(connected, orders, 1);
            connected.install();
            report.note("%d variants, one product in 20 sold ahead; %d open orders"
                    .formatted(assortment.variants(), orders));
            rounds(report, connected);
        }
    }

    /** What one import came to. */
    private record Round(double whole, double loading, double copying, long rows, double megabytes, double share) {}

    private static void rounds(Report report, ConnectedShop connected) throws IOException, InterruptedException {
        var rounds = new ArrayList<Round>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(round(report, connected));
        }
        var whole = new Samples("s", rounds.stream().map(Round::whole).toList());
        var loading =
                rates(rounds.stream().map(one -> one.rows() / one.loading()).toList());
        var copying =
                rates(rounds.stream().map(one -> one.rows() / one.copying()).toList());
        report.figure("whole import", whole);
        report.figure("loading", loading, "COPY", copying);
        report.figure(
                "resident memory, peak",
                new Samples("MB", rounds.stream().map(Round::megabytes).toList()));
        var share = new Samples("", rounds.stream().map(Round::share).toList());
        report.bar("import-seconds", whole.median(), "<=", MOST_SECONDS);
        report.bar("import-loading-per-copy", loading.per(copying).median(), ">=", LEAST_PER_COPY);
        report.bar("import-simulator-share", share.median(), "<=", MOST_SHARE);
    }

    private static Samples rates(List<Double> readings) {
        return new Samples("rows/s", readings);
    }

    private static Round round(Report report, ConnectedShop connected) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("import");
        long begun = System.nanoTime();
        try (var program = connected.serve(home);
                var database = ProgramDatabase.of(program)) {
            LoadShare share = ConnectedShop.shareBeside(program);
            await(report, program, database, begun);
            double whole = seconds(begun);
            report.note(share.text("the simulator"));
            double part = share.share();
            double megabytes = program.megabytes("VmHWM");
            double loading = LOADED.matcher(program.said())
                            .results()
                            .mapToLong(found -> Long.parseLong(found.group(1)))
                            .sum()
                    / 1e3;
            var copy = copy(database, home);
            return new Round(whole, loading, copy.seconds(), copy.rows(), megabytes, part);
        } finally {
            Folders.delete(home);
        }
    }

    private static void await(Report report, ServedProgram program, ProgramDatabase database, long begun)
            throws IOException, InterruptedException {
        long told = begun;
        while (!isDone(database)) {
            if (seconds(begun) > LONGEST.toSeconds()) {
                throw new IllegalStateException("The import is not done in " + LONGEST + ": " + program.health());
            }
            if (System.nanoTime() - told > BETWEEN_LINES.toNanos()) {
                told = System.nanoTime();
                System.out.printf("%4.0f s  %s%n", seconds(begun), progress(database));
            }
            // Between two looks at another process, so that looking costs it nothing.
            Thread.sleep(BETWEEN_LOOKS);
        }
        report.note("at %.0f s: %s".formatted(seconds(begun), progress(database)));
    }

    private static boolean isDone(ProgramDatabase database) throws IOException {
        return database.number("select count(*) from import_part") > 0
                && database.number("select count(*) from import_part where state <> 'done'") == 0;
    }

    private static String progress(ProgramDatabase database) throws IOException {
        return String.join(
                ", ",
                database.list(
                        "select name, state, objects, lines_done from import_part order by name",
                        row -> "%s %s %d of %d"
                                .formatted(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getLong("lines_done"),
                                        row.getLong(3))));
    }

    private record Copied(long rows, double seconds) {}

    private static Copied copy(ProgramDatabase database, Path home) throws IOException {
        for (var table : TABLES) {
            database.copyOut(table, home.resolve(table));
        }
        database.run("truncate " + String.join(", ", TABLES));
        database.run("checkpoint");
        long begun = System.nanoTime();
        long rows = 0;
        for (var table : TABLES) {
            rows += database.copyIn(table, home.resolve(table));
        }
        return new Copied(rows, seconds(begun));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
