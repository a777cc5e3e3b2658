package dev.holdfast.bench.program;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Samples;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Small plan files, one a line, from the start of the program to its end. */
public final class PlanLinesBench implements Bench {

    private static final int DOCUMENTS = 20_000;
    private static final double LEAST_PER_SECOND = 2_000;

    @Override
    public String name() {
        return "plan-lines";
    }

    @Override
    public String summary() {
        return "20,000 small plan files by ./holdfast plan --lines, at least 2,000 a second, start included";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path documents = Files.createTempFile("holdfast-plans", ".jsonl");
        try {
            Files.write(documents, documents());
            report.note("the plan files of samples/plans in turn, %,d bytes each on average"
                    .formatted(Files.size(documents) / DOCUMENTS));
            report.note("limit: a Java program that gives each line back");
            Samples.Pair rate =
                    Samples.beside("a second", () -> perSecond(planned(documents)), () -> perSecond(copied(documents)));
            report.figure("documents planned", rate.figure(), "copied", rate.limit());
            report.bar("plan-lines-per-second", rate.figure().median(), ">=", LEAST_PER_SECOND);
        } finally {
            Files.delete(documents);
        }
    }

    private static List<String> documents() throws IOException {
        List<String> samples = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(ProgramRun.root().resolve("samples/plans"), "*.json")) {
            for (Path file : files) {
                if (file.toString().endsWith(".result.json")) {
                    continue;
                }
                // No string of JSON holds a line end, so that each may become a space.
                samples.add(String.join(" ", Files.readAllLines(file)));
            }
        }
        Collections.sort(samples);
        List<String> documents = new ArrayList<>(DOCUMENTS);
        for (int number = 0; number < DOCUMENTS; number++) {
            documents.add(samples.get(number % samples.size()));
        }
        return documents;
    }

    private static ProgramRun planned(Path documents) throws IOException, InterruptedException {
        ProgramRun run = ProgramRun.ofHoldfast(documents, "plan", "--lines");
        long good = run.text()
                .lines()
                .filter(line -> line.startsWith("{\"orders\":"))
                .count();
        if (good != DOCUMENTS) {
            throw new IllegalStateException(good + " of " + DOCUMENTS + " documents have a plan");
        }
        return run;
    }

    private static ProgramRun copied(Path documents) throws IOException, InterruptedException {
        return ProgramRun.ofClass(documents, CopyLines.class, List.of("-XX:+UseSerialGC"));
    }

    private static double perSecond(ProgramRun run) {
        return DOCUMENTS / (run.millis() / 1000);
    }
}
