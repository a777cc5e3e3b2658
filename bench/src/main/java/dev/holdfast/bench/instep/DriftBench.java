package dev.holdfast.bench.instep;

import dev.holdfast.bench.process.ServerTest;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Planted faults that the reconciliation finds and mends. */
public final class DriftBench implements Bench {
    private static final int FAULTS = 1_000;
    private static final double LEAST_MENDED = 0.99;
    private static final Pattern LINE = Pattern.compile(
            "drift: (\\d+) faults planted with seed \\d+, (\\d+) found, (\\d+) other differences, (\\d+) of (\\d+) mended\\s+"
                    + ServerTest.LOAD);

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String summary() {
        return "1,000 planted faults: all found, nothing else told, at least 99 % mended without a person";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        report.note("the server's DriftTest: the simulator in the test's process, the program in its own, over HTTP");
        var found = new ServerTest("DriftTest", List.of("-Dholdfast.apart=true", "-Dholdfast.faults=" + FAULTS))
                .run(LINE)
                .getFirst();
        report.note(found.group());
        report.bar("drift-found", number(found.group(2)), "=", FAULTS);
        report.bar("drift-false", number(found.group(3)), "=", 0);
        report.bar("drift-mended", number(found.group(4)) / number(found.group(5)), ">=", LEAST_MENDED);
        report.bar("drift-simulator-share", number(found.group(6)) / 1000, "<=", ServerTest.MOST_SHARE);
    }

    private static double number(String digits) {
        return Long.parseLong(digits);
    }
}
