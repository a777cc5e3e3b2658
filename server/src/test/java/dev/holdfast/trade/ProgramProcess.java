package dev.holdfast.trade;

import dev.holdfast.cli.Main;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The program in a process of its own, which may be killed.
 *
 * @param settings by their names, given by the environment
 */
record ProgramProcess(Path home, Map<String, String> settings) {
    /** Small and soon there, as {@code ./holdfast} has it for commands. */
    private static final List<String> SOON = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

    /** As {@code ./holdfast serve} has it. */
    private static final List<String> LONG = List.of("-XX:+UseParallelGC", "-Xms128m", "-Xmx1g");

    ProgramProcess {
        settings = Map.copyOf(settings);
    }

    /** Serves, for a short while. */
    Process serve() throws IOException {
        return builder(SOON, Main.class, List.of("serve"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    /** Serves as an operator has it serve. */
    Process serveLong() throws IOException {
        return builder(LONG, Main.class, List.of("serve"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    /** What a command has said, which ended well. */
    String said(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        var ended = run(builder(SOON, main, arguments).redirectError(Redirect.DISCARD));
        if (ended.code() != 0) {
            throw new AssertionError(main.getSimpleName() + " " + arguments + " ended with " + ended);
        }
        return ended.said();
    }

    /** A command that has ended, and all that it has said. */
    record Ended(int code, String said) {}

    /** Runs a command as an operator does. */
    Ended command(String... words) throws IOException, InterruptedException {
        return run(builder(SOON, Main.class, List.of(words)).redirectErrorStream(true));
    }

    private static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private ProcessBuilder builder(List<String> options, Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().put("HOLDFAST_HOME", home.toString());
        builder.environment().put("HOLDFAST_OPERATOR_PORT", "0");
        settings.forEach((name, value) -> builder.environment()
                .put("HOLDFAST_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return builder;
    }
}
