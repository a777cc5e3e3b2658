package dev.holdfast.bench.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One of the server's tests, run by Maven with a larger number than in {@code ./verify}.
 *
 * @param options of Maven, such as {@code -Dholdfast.faults=1000}
 */
public record ServerTest(String name, List<String> options) {
    /** How a test that sets the program apart says whose the load was; a group has the simulator's part in a thousand. */
    public static final String LOAD = "processor: .*simulator (\\d+) in a thousand";

    /** The most of a load that may be the simulator's. */
    public static final double MOST_SHARE = 1.0 / 3;

    public ServerTest {
        options = List.copyOf(options);
    }

    /** What the test says of itself, once for each line that fits; a test that fails is an {@link IllegalStateException}. */
    public List<MatchResult> run(Pattern line) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                ProgramRun.root().resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "-pl",
                "server",
                "-am",
                "test",
                "-Dtest=" + name,
                "-Dsurefire.failIfNoSpecifiedTests=false"));
        command.addAll(options);
        var run = ProgramRun.of(command, null);
        if (run.exitCode() != 0) {
            throw new IllegalStateException(name + " failed:\n" + run.text());
        }
        return line.matcher(run.text()).results().toList();
    }
}
