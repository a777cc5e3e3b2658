package dev.holdfast.bench.report;

import java.io.IOException;

/** A measurement that anybody can repeat. */
public interface Bench {

    /** The word it is started by. */
    String name();

    /** What it measures and its bars, in one line. */
    String summary();

    /**
     * Measures and reports, medians of {@link Samples#ROUNDS} unless it says why not.
     *
     * @throws IOException when a file or a program cannot be used; a wrong result is an IllegalStateException
     */
    void run(Report report) throws IOException, InterruptedException;
}
