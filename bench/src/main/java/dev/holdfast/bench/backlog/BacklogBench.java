package dev.holdfast.bench.backlog;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The whole of {@code holdfast backlog} on a shop's exports of 500,000 order rows. */
public final class BacklogBench implements Bench {

    private static final String ORDERS = "293000";
    private static final String PRODUCTS = "2000";
    private static final String SEED = "7";
    private static final double LEAST_ROWS = 500_000;
    private static final double MOST_SECONDS = 10;
    private static final double MOST_MEGABYTES = 512;

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public String summary() {
        return "500,000 order rows of a made-up shop by ./holdfast backlog, at most 10 s and 512 MB";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path shop = Files.createTempDirectory("holdfast-backlog");
        try {
            ProgramRun.ofHoldfast(
                    null, "sample", shop.toString(), "--orders", ORDERS, "--products", PRODUCTS, "--seed", SEED);
            report.note("made by ./holdfast sample DIR --orders %s --products %s --seed %s"
                    .formatted(ORDERS, PRODUCTS, SEED));
            report.note("limit: the same files read line by line, one core, nothing kept");
            List<Double> megabytes = new ArrayList<>();
            Samples.Pair time = Samples.beside(
                    "s",
                    () -> {
                        ProgramRun run = ProgramRun.ofHoldfast(null, "backlog", shop.toString());
                        megabytes.add(run.megabytes());
                        return run.millis() / 1000;
                    },
                    () -> ProgramRun.ofClass(ReadLines.class, List.of("-XX:+UseSerialGC"), shop.toString())
                                    .millis()
                            / 1000);
            var memory = new Samples("MB", megabytes);
            report.figure("read, plan, tell", time.figure(), "reading", time.limit());
            report.figure("resident memory", memory);
            report.bar("backlog-rows", orderRows(shop), ">=", LEAST_ROWS);
            report.bar("backlog-seconds", time.figure().median(), "<=", MOST_SECONDS);
            report.bar("backlog-megabytes", memory.median(), "<=", MOST_MEGABYTES);
        } finally {
            delete(shop);
        }
    }

    /** As the report itself counts them. */
    private static double orderRows(Path shop) throws IOException, InterruptedException {
        return ProgramRun.ofHoldfast(null, "backlog", shop.toString())
                .text()
                .lines()
                .filter(line -> line.strip().startsWith("orders_export"))
                .mapToDouble(line -> Double.parseDouble(line.strip().split(" +", 3)[1]))
                .sum();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
