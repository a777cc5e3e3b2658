package dev.holdfast.bench.planner;

import dev.holdfast.bench.process.ProgramRun;
import dev.holdfast.bench.report.Bench;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A million waiting lines planned from streams, and one more line at the tail of few and of many. */
public final class PlannerBench implements Bench {

    private static final int HEAP_MEGABYTES = 256;
    private static final double MOST_MILLIS = 1_000;
    private static final double MOST_TIMES_READING = 3;
    private static final double MOST_APPEND_RATIO = 1.3;
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx" + HEAP_MEGABYTES + "m");

    @Override
    public String name() {
        return "planner";
    }

    @Override
    public String summary() {
        return "1,000,000 waiting lines of 100,000 variants from streams on one thread; append behind 1,000 and 1,000,000";
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        report.note(
                "100,000 variants, skewed: the hottest has 50,000 lines. Every supply and line is made as it is read");
        report.note("limit: the same rows read, and their units added up. Heap is bounded by " + OPTIONS.getLast());
        String rounds = ProgramRun.ofClass(PlannerLoad.class, OPTIONS, String.valueOf(Samples.ROUNDS))
                .text();
        Samples plan = samples(rounds, "ms", "plan_ms");
        Samples read = samples(rounds, "ms", "sum_ms");
        Samples few = samples(rounds, "ns", "append_1k_ns");
        Samples many = samples(rounds, "ns", "append_1m_ns");
        Samples heap = samples(rounds, "MB", "heap_mb");
        report.figure("plan 1,000,000 lines", plan, "read", read);
        report.figure("append behind 1,000,000", many, "behind 1,000", few);
        report.figure("peak heap", heap);
        report.bar("planner-ms", plan.median(), "<=", MOST_MILLIS);
        report.bar("planner-times-reading", plan.per(read).median(), "<=", MOST_TIMES_READING);
        report.bar("planner-heap-mb", heap.median(), "<=", HEAP_MEGABYTES);
        report.bar("planner-append-ratio", many.per(few).median(), "<=", MOST_APPEND_RATIO);
    }

    private static Samples samples(String rounds, String unit, String figure) {
        List<Double> readings = new ArrayList<>();
        Matcher found = Pattern.compile("\\b" + figure + "=([0-9.]+)").matcher(rounds);
        while (found.find()) {
            readings.add(Double.valueOf(found.group(1)));
        }
        return new Samples(unit, readings);
    }
}
