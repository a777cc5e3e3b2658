package dev.holdfast.platform.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the server, run to its end as a user the server accepts. */
final class Command {

    // The programs limit their own time, to 600 s at most; this catches one that hangs all the same.
    private static final int LIMIT_SECONDS = 660;

    private final List<String> words;

    Command(String... words) {
        this(List.of(words));
    }

    Command(List<String> words) {
        this.words = List.copyOf(words);
    }

    /**
     * How a program ended.
     *
     * @param output what it said, both streams
     */
    record Ended(List<String> words, int status, String output) {

        String orThrow() throws IOException {
            if (status != 0) {
                throw new IOException(
                        "%s ended with status %d: %s".formatted(String.join(" ", words), status, output.strip()));
            }
            return output;
        }
    }

    Ended run() throws IOException {
        List<String> all = new ArrayList<>(OrdinaryUser.prefix());
        all.addAll(words);
        // A file, not a pipe: the server started by pg_ctl keeps the stream open for as long as it runs.
        Path said = Files.createTempFile("holdfast-", ".out");
        try {
            var builder = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(words.getFirst() + " did not end within " + LIMIT_SECONDS + " s");
            }
            return new Ended(words, process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException(words.getFirst() + " was interrupted").initCause(e);
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
