package dev.holdfast.bench.program;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.process.ServedProgram;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Folders;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long the server takes to be ready on data it has, and what it holds when nothing happens. */
public final class ServeBench implements Bench {

    private static final double MOST_MILLIS = 4_000;
    private static final double MOST_MEGABYTES = 400;
    private static final long REST_MILLIS = 10_000;

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String summary() {
        return "./holdfast serve on a warm folder: ready in at most 4 s, at rest at most 400 MB with its PostgreSQL";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(
                "holdfast-bench-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            // Builds, should it be needed, which no clock of ours must count.
            ProgramRun.ofHoldfast(null, "--version");
            // Makes the folder, and the laid-out classes if this build has none.
            ready(home, _ -> {});
            report.note("ready: from the launcher's start to the first health page, which asks the database");
            report.note("limit: a Java program that does nothing, started without the launcher");
            measure(report, home);
        } finally {
            Folders.delete(home);
        }
    }

    private static void measure(Report report, Path home) throws IOException, InterruptedException {
        List<Double> rest = new ArrayList<>();
        Samples.Pair ready = Samples.beside(
                "ms",
                () -> ready(home, server -> {
                    // What is measured is the program at rest.
                    Thread.sleep(REST_MILLIS);
                    rest.add(server.megabytesWithDatabase());
                }),
                () -> ProgramRun.ofClass(Nothing.class, List.of("-XX:+UseSerialGC"))
                        .millis());
        report.figure("serve ready", ready.figure(), "nothing", ready.limit());
        Samples resident = new Samples("MB", rest);
        report.figure("resident after 10 s", resident);
        report.bar("serve-ready", ready.figure().median(), "<=", MOST_MILLIS);
        report.bar("serve-resident", resident.median(), "<=", MOST_MEGABYTES);
    }

    /** What is done with a server that is ready. */
    private interface Then {
        void with(ServedProgram server) throws IOException, InterruptedException;
    }

    /** Milliseconds from the launcher's start to the first health page. */
    private static double ready(Path home, Then then) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (ServedProgram server = ServedProgram.start(home, Map.of())) {
            server.health();
            double millis = (System.nanoTime() - begin) / 1e6;
            then.with(server);
            return millis;
        }
    }
}
