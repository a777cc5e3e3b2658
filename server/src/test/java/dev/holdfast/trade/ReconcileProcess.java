package dev.holdfast.trade;

import dev.holdfast.Maintenance;
import dev.holdfast.platform.Home;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.report.Reconciliation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** {@code holdfast reconcile} in a process of its own, which tells the differences so that a program can read them. */
final class ReconcileProcess {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ReconcileProcess() {}

    /** What it came to, and the processor time it took. */
    record Told(Reconciliation done, Duration took) {}

    /** Given is whether to repair; the settings are in the environment. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream answer = System.out;
        // Only the last line is to be read; the log goes beside it.
        System.setOut(System.err);
        Map<String, String> environment = System.getenv();
        var home = new Home(Path.of(environment.getOrDefault("HOLDFAST_HOME", "")));
        var done = new Maintenance(SettingsSource.of(home, environment, Map.of()))
                .reconcile(Optional.empty(), Boolean.parseBoolean(arguments[0]));
        answer.println(JSON.writeValueAsString(new Told(done, ProcessorTime.of(ProcessHandle.current()))));
    }

    /** Reads what it printed. */
    static Told read(String line) {
        return JSON.readValue(line, Told.class);
    }
}
