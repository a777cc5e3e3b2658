package dev.holdfast.bench.program;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How long a small command takes from the launcher's start to its end, once built. */
public final class StartBench implements Bench {

    private static final double MOST_MILLIS = 600;
    /** The launcher's own, so that the limit differs in the program alone. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xshare:auto", "-XX:TieredStopAtLevel=1");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String summary() {
        return "--help, --version and a small plan by ./holdfast, each whole and at most 600 ms";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        ProgramRun.ofHoldfast(null, "--version");
        report.note("limit: a Java program that does nothing, started without the launcher");
        Path plan = ProgramRun.root().resolve("samples/plans/life-of-a-line.json");
        measure(report, "help", "--help");
        measure(report, "version", "--version");
        measure(report, "plan", "plan", plan.toString());
    }

    private static void measure(Report report, String name, String... arguments)
            throws IOException, InterruptedException {
        ProgramRun.ofHoldfast(null, arguments);
        Samples.Pair start = Samples.beside(
                "ms",
                () -> ProgramRun.ofHoldfast(null, arguments).millis(),
                () -> ProgramRun.ofClass(Nothing.class, OPTIONS).millis());
        report.figure(name, start.figure(), "nothing", start.limit());
        report.bar("start-" + name, start.figure().median(), "<=", MOST_MILLIS);
    }
}
