package dev.holdfast.bench.instep;

import dev.holdfast.bench.process.ServerTest;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Real invoices and cancellations told by good and by bad webhooks, which must come to the same rows. */
public final class ReplayBench implements Bench {
    private static final int INVOICES = 25_900;
    private static final int RUNS = 2;
    private static final Pattern LINE = Pattern.compile(
            "replay: \\d+ invoices, \\d+ orders, \\d+ things differed before the reconciliation\\s+" + ServerTest.LOAD);

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String summary() {
        return "25,900 real invoices, webhooks 20 % resent, 30 % shuffled, 5 % dropped: the rows of the clean run";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        report.note("the server's ReplayTest: the simulator in the test's process, the program in its own, over HTTP");
        var runs = new ServerTest(
                        "ReplayTest",
                        List.of("-Dholdfast.apart=true", "-Dholdfast.skipped=0", "-Dholdfast.invoices=" + INVOICES))
                .run(LINE);
        runs.stream().map(MatchResult::group).forEach(report::note);
        report.bar("replay-runs-with-equal-rows", runs.size(), "=", RUNS);
        double share = runs.stream()
                .mapToLong(run -> Long.parseLong(run.group(1)))
                .max()
                .orElseThrow();
        report.bar("replay-simulator-share", share / 1000, "<=", ServerTest.MOST_SHARE);
    }
}
