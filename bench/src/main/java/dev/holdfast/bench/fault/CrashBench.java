package dev.holdfast.bench.fault;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Samples;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Ends the program and its database by {@code kill -9} at random points under load. */
public final class CrashBench implements Bench {
    private static final double LONGEST_SECONDS = 30;
    private static final int LONGEST_LIFE_MILLIS = 3000;

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String summary() {
        return "kill -9 of the program 200 times and of PostgreSQL 50 times under load (CRASH_PROGRAM, CRASH_POSTGRES,"
                + " FAULT_SEED): nothing lost or done twice, back in 30 s";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        ProgramRun.ofHoldfast(null, "--version");
        var size = Size.given();
        int ofProgram = size.count("CRASH_PROGRAM", 2, 200);
        int ofDatabase = size.count("CRASH_POSTGRES", 1, 50);
        report.note("seed %d; kill -9 of the program %d times, of PostgreSQL %d times"
                .formatted(size.seed(), ofProgram, ofDatabase));
        long begin = System.nanoTime();
        try (var ground = Ground.open("crash", size.seed(), report)) {
            var back = crash(ground, size.seed(), kills(ofProgram, ofDatabase, new Random(size.seed())), report);
            ground.settle();
            back.report(report);
            verdict(ground, report, size);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked", e);
        }
        report.note("took %.0f s".formatted((System.nanoTime() - begin) / 1e9));
    }

    private enum Victim {
        PROGRAM,
        DATABASE
    }

    /** Seconds until each was back. */
    private record Back(List<Double> program, List<Double> database) {
        void report(Report report) {
            if (!program.isEmpty()) {
                report.figure("back, program killed", new Samples("s", program));
            }
            if (!database.isEmpty()) {
                report.figure("back, PostgreSQL killed", new Samples("s", database));
            }
            var all = new ArrayList<>(program);
            all.addAll(database);
            report.bar("crash-longest-seconds-until-back", Collections.max(all), "<=", LONGEST_SECONDS);
        }
    }

    private static List<Victim> kills(int ofProgram, int ofDatabase, Random random) {
        var kills = new ArrayList<>(Collections.nCopies(ofProgram, Victim.PROGRAM));
        kills.addAll(Collections.nCopies(ofDatabase, Victim.DATABASE));
        Collections.shuffle(kills, random);
        return kills;
    }

    private static Back crash(Ground ground, long seed, List<Victim> kills, Report report)
            throws IOException, InterruptedException {
        var back = new Back(new ArrayList<>(), new ArrayList<>());
        var random = new Random(seed);
        try (var trading = new Trading(ground, seed)) {
            for (var victim : kills) {
                // It lives for a random while under load, so that the kill comes at a random point.
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                switch (victim) {
                    case PROGRAM -> {
                        ground.program.kill();
                        ground.program.start();
                        back.program().add(ground.secondsUntilBack());
                    }
                    case DATABASE -> {
                        // From the kill on: until all of it is seen to be gone, it may be on its way back.
                        long begin = System.nanoTime();
                        ground.program.killDatabase();
                        ground.secondsUntilBack();
                        back.database().add((System.nanoTime() - begin) / 1e9);
                    }
                }
            }
            report.note("%d buyers came meanwhile".formatted(trading.buyers()));
        }
        return back;
    }

    private static void verdict(Ground ground, Report report, Size size)
            throws IOException, InterruptedException, SQLException {
        report.note("%d webhooks acknowledged, %d effects sent in %d requests"
                .formatted(
                        ground.acknowledged(),
                        ground.count("select count(*) from outbox where state = 'done'"),
                        ground.wire.changes().size()));
        report.bar("crash-effects-sent-two-ways", (double) ground.sentTwoWays(), "=", 0);
        report.bar("crash-effects-missing", (double) ground.missing(), "=", 0);
        ground.judge("crash");
        ground.toys.reportShare("crash", size, report);
    }
}
