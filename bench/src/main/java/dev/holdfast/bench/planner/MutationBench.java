package dev.holdfast.bench.planner;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many of the small faults that PIT plants in the engine its tests notice. */
public final class MutationBench implements Bench {

    private static final double LEAST_PERCENT = 85;
    private static final Pattern MUTANT = Pattern.compile("<mutation detected='(true|false)' status='([A-Z_]+)'");

    @Override
    public String name() {
        return "mutation";
    }

    @Override
    public String summary() {
        return "share of planted faults in planner/ that its tests notice, at least 85 %; read once, it takes minutes";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path root = ProgramRun.root();
        Path mutants = root.resolve("planner/target/pit-reports/mutations.xml");
        Files.deleteIfExists(mutants);
        ProgramRun run = ProgramRun.of(
                List.of(root.resolve("mvnw").toString(), "-B", "-ntp", "-Pmutation", "-pl", "planner", "verify"), null);
        if (!Files.exists(mutants)) {
            throw new IllegalStateException("PIT wrote no report:\n" + run.text());
        }
        TreeMap<String, Integer> byStatus = new TreeMap<>();
        int detected = 0;
        int all = 0;
        Matcher mutant = MUTANT.matcher(Files.readString(mutants));
        while (mutant.find()) {
            all++;
            detected += mutant.group(1).equals("true") ? 1 : 0;
            byStatus.merge(mutant.group(2), 1, Integer::sum);
        }
        report.note("%d faults planted in %.0f s: %s".formatted(all, run.millis() / 1000, byStatus));
        report.bar("mutation-percent", 100.0 * detected / all, ">=", LEAST_PERCENT);
    }
}
