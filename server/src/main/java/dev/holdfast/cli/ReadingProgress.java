package dev.holdfast.cli;

import dev.holdfast.backlog.csv.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says on standard error how far a long reading has come; a short one stays silent. */
final class ReadingProgress implements Progress {

    private static final Duration SILENT = Duration.ofSeconds(1);
    private static final long WORTH_TELLING = 10 << 20;
    private static final long MANY_LINES = 50_000;

    private final PrintStream err;
    private final InstantSource clock;
    private final Instant start;
    private Instant next;

    ReadingProgress(PrintStream err, InstantSource clock) {
        this.err = err;
        this.clock = clock;
        this.start = clock.instant();
        this.next = start.plus(SILENT);
    }

    @Override
    public void read(String file, long bytes, long ofBytes) {
        Instant now = clock.instant();
        if (ofBytes >= WORTH_TELLING && !now.isBefore(next)) {
            next = now.plus(SILENT);
            err.printf("%s: %d %% of %,d MB read%n", file, bytes * 100 / ofBytes, ofBytes >> 20);
        }
    }

    @Override
    public void done(String file) {}

    /** What follows the reading. */
    void planning(long lines) {
        if (lines >= MANY_LINES && !clock.instant().isBefore(start.plus(SILENT))) {
            err.printf("planning %,d open lines%n", lines);
        }
    }
}
