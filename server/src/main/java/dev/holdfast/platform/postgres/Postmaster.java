package dev.holdfast.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A running server, as it says of itself in its data folder.
 * https://www.postgresql.org/docs/18/storage-file-layout.html: postmaster.pid
 */
record Postmaster(Path data, long process, int port) {

    private static final int LINES = 8;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Throws when there is none that takes connections. */
    static Postmaster of(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        if (lines.size() < LINES || !lines.get(STATUS_LINE).strip().equals("ready")) {
            throw new IOException("the server in " + data + " takes no connections");
        }
        return new Postmaster(
                data,
                Long.parseLong(lines.getFirst().strip()),
                Integer.parseInt(lines.get(PORT_LINE).strip()));
    }

    /** Whether that very process still works in the folder; a zombie, which nobody has reaped, does not. */
    boolean isAlive() {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process), "cwd"))
                    .equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
