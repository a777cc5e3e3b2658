package dev.holdfast.bench.intake;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.process.ServedProgram;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Folders;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Webhooks of 2 KB, durable before the answer, beside pgbench with the same row and one commit each. */
public final class IntakeBench implements Bench {
    private static final Map<String, String> DOOR_ALONE = Map.of("HOLDFAST_ROLE", "web");
    private static final int SECONDS = 5;
    private static final int WARM_UP_SECONDS = 15;
    private static final int PGBENCH_CONNECTIONS = 32;
    private static final double LEAST_AT_128 = 1.1;
    private static final double LEAST_AT_32 = 0.9;
    private static final double MOST_P99_MILLIS = 100;
    private static final int BURST_PER_SECOND = 2000;
    private static final int BURSTS = 5;

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String summary() {
        return "webhooks of 2 KB, durable before the answer, beside pgbench -M simple; bursts of 2,000/s with kill -9";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        if (!Postgres.canBeAsked()) {
            throw new IllegalStateException("Install psql and pgbench first: Debian's package postgresql-contrib");
        }
        var home = Files.createTempDirectory("intake");
        try {
            // Builds, should it be needed, which no clock of ours must count.
            ProgramRun.ofHoldfast(null, "--version");
            report.note(
                    "fsync on; load from one thread on the same machine; limit: pgbench, %d connections, the same row"
                            .formatted(PGBENCH_CONNECTIONS));
            rates(report, home);
            bursts(report, home);
        } finally {
            Folders.delete(home);
        }
    }

    private static void rates(Report report, Path home) throws IOException, InterruptedException {
        try (var program = ServedProgram.start(home, DOOR_ALONE)) {
            var postgres = new Postgres(program);
            load(program, 128, WARM_UP_SECONDS);
            postgres.insertRate(PGBENCH_CONNECTIONS, SECONDS, SignedBody.of(0));
            var at128 = beside(program, postgres, 128);
            report.figure("128 connections", at128.figure(), "pgbench", at128.limit());
            var at32 = beside(program, postgres, 32);
            report.figure("32 connections", at32.figure(), "pgbench", at32.limit());
            double half = at128.figure().median() / 2;
            var p99 = Samples.of("ms", () -> {
                postgres.empty();
                try (var load = new WebhookLoad(program.port(), 128)) {
                    var result = load.atRate(half, SECONDS);
                    check(result);
                    return result.quantile(0.99);
                }
            });
            report.figure("p99 at %.0f/s".formatted(half), p99);
            report.bar(
                    "intake-128-per-pgbench", at128.figure().per(at128.limit()).median(), ">=", LEAST_AT_128);
            report.bar("intake-32-per-pgbench", at32.figure().per(at32.limit()).median(), ">=", LEAST_AT_32);
            report.bar("intake-p99-ms-at-half", p99.median(), "<=", MOST_P99_MILLIS);
        }
    }

    private static Samples.Pair beside(ServedProgram program, Postgres postgres, int connections)
            throws IOException, InterruptedException {
        return Samples.beside(
                "/s",
                () -> {
                    postgres.empty();
                    var result = load(program, connections, SECONDS);
                    var stored = postgres.storedIds();
                    if (!stored.containsAll(result.acknowledged)) {
                        throw new IllegalStateException("Acknowledged webhooks are not stored.");
                    }
                    return result.rate();
                },
                () -> {
                    postgres.empty();
                    return postgres.insertRate(PGBENCH_CONNECTIONS, SECONDS, SignedBody.of(0));
                });
    }

    private static WebhookLoad.Result load(ServedProgram program, int connections, int seconds) throws IOException {
        try (var load = new WebhookLoad(program.port(), connections)) {
            var result = load.full(seconds);
            check(result);
            return result;
        }
    }

    private static void check(WebhookLoad.Result result) {
        if (result.refused > 0 || result.broken > 0) {
            throw new IllegalStateException(
                    result.refused + " webhooks were refused and " + result.broken + " not answered.");
        }
    }

    /** Ten seconds at 2,000 a second, and in the midst of it the program is killed; then everything acknowledged is there. */
    private static void bursts(Report report, Path home) throws IOException, InterruptedException {
        long acknowledged = 0;
        long missing = 0;
        List<Double> restarts = new ArrayList<>();
        for (int burst = 0; burst < BURSTS; burst++) {
            var known = new HashSet<String>();
            try (var program = ServedProgram.start(home, DOOR_ALONE)) {
                new Postgres(program).empty();
                try (var load = new WebhookLoad(program.port(), 128)) {
                    var killer = killAfter(program, 2_000 + 1_500L * burst);
                    known.addAll(load.atRate(BURST_PER_SECOND, 10).acknowledged);
                    killer.join();
                }
            }
            acknowledged += known.size();
            long begin = System.nanoTime();
            try (var again = ServedProgram.start(home, DOOR_ALONE)) {
                restarts.add((System.nanoTime() - begin) / 1e9);
                known.removeAll(new Postgres(again).storedIds());
            }
            missing += known.size();
        }
        report.note("%d webhooks acknowledged in %d bursts of %d/s that a kill -9 ended"
                .formatted(acknowledged, BURSTS, BURST_PER_SECOND));
        report.figure("ready after kill -9", new Samples("s", restarts));
        report.bar("intake-acknowledged-but-lost", (double) missing, "=", 0);
    }

    private static Thread killAfter(ServedProgram program, long millis) {
        return Thread.ofPlatform().start(() -> {
            try {
                // The kill comes so long into the burst.
                Thread.sleep(millis);
                program.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
