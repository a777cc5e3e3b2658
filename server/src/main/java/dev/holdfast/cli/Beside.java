package dev.holdfast.cli;

import dev.holdfast.Maintenance;
import dev.holdfast.platform.Home;
import dev.holdfast.platform.settings.SettingsSource;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** What the commands beside the server have in common. */
final class Beside {

    private Beside() {}

    static Maintenance maintenance() {
        // The log goes beside a command's own output, and only what matters.
        System.setOut(System.err);
        LoggingSystem.get(Beside.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        Map<String, String> environment = System.getenv();
        return new Maintenance(SettingsSource.of(Home.of(environment), environment, Map.of()));
    }
}
