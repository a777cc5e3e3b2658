package dev.holdfast.trade;

import dev.holdfast.cli.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The program in a process of its own, which may be killed. */
final class ProgramProcess {

    private ProgramProcess() {}

    /** Serves; the settings are given by the environment. */
    static Process start(Path home, Map<String, String> settings) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOLDFAST_HOME", home.toString());
        builder.environment().put("HOLDFAST_OPERATOR_PORT", "0");
        settings.forEach((name, value) -> builder.environment()
                .put("HOLDFAST_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return builder.start();
    }
}
