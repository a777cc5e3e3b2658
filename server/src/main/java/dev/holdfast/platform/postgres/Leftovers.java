package dev.holdfast.platform.postgres;

import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed program left behind: a server that still runs, or its mark. Only for the holder of the folder's lock, who
 * knows that no other Holdfast owns them.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;
    private final Path mark;

    Leftovers(Path data) {
        this.data = data;
        mark = data.resolve("postmaster.pid");
    }

    void clear(Programs programs) throws IOException {
        if (!processes().isEmpty()) {
            LOG.info("Stopping the PostgreSQL that an earlier run left in {}", data);
            stop(programs);
            awaitEnd();
        }
        // Nobody works in the folder any more. A server killed with -9 leaves its mark, and when its number was given
        // to
        // another process, or nobody reaps it (it stays a zombie under an idle init), the next server would not start.
        if (Files.deleteIfExists(mark)) {
            LOG.info("Removed {}: the server that wrote it was killed and is gone", mark);
        }
    }

    private void stop(Programs programs) throws IOException {
        String control = programs.program("pg_ctl").toString();
        var fast = new Command(control, "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "30").run();
        if (fast.status() != 0 && Files.exists(mark)) {
            // Without its postmaster the rest ends by itself; a stop then fails for want of one.
            LOG.info("The server did not stop at once: {}", fast.output().strip());
        }
    }

    private void awaitEnd() throws IOException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        List<Long> alive = processes();
        while (!alive.isEmpty()) {
            if (System.nanoTime() > limit) {
                throw new Refusal(
                        data.toString(),
                        "processes %s still work in it and do not end; stop them, then start again".formatted(alive));
            }
            pause();
            alive = processes();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("start", "was interrupted while an old server ended; start again", e);
        }
    }

    /** Living processes whose working folder is the data: each process of a PostgreSQL has it, a zombie has none. */
    private List<Long> processes() throws IOException {
        List<Long> found = new ArrayList<>();
        try (var all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                if (worksInData(process)) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return found;
    }

    // One that ends while it is looked at is gone; what is unreadable is another user's, who cannot enter mode 0700.
    private boolean worksInData(Path process) throws IOException {
        Path real = data.toRealPath();
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(real);
        } catch (FileSystemException e) {
            return false;
        }
    }
}
