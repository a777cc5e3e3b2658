package dev.holdfast.bench.instep;

import dev.holdfast.bench.process.ProgramRun;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One of the server's tests, run by Maven with a larger number than in {@code ./verify}. */
record ServerTest(String name, String property, int number) {

    /** What the test says of itself, once for each line that fits; a test that fails is an {@link IllegalStateException}. */
    List<MatchResult> run(Pattern line) throws IOException, InterruptedException {
        var run = ProgramRun.of(
                List.of(
                        ProgramRun.root().resolve("mvnw").toString(),
                        "-B",
                        "-ntp",
                        "-pl",
                        "server",
                        "-am",
                        "test",
                        "-Dtest=" + name,
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-D" + property + "=" + number),
                null);
        if (run.exitCode() != 0) {
            throw new IllegalStateException(name + " failed:\n" + run.text());
        }
        return line.matcher(run.text()).results().toList();
    }
}
