package dev.holdfast.platform;

import dev.holdfast.platform.settings.SettingsReader;
import java.util.Map;

/**
 * How the program tells what it does, on standard output.
 *
 * @param format lines for people, or one JSON document a line for programs (Logstash's fields)
 */
public record LogSettings(Format format) {

    /** For whom. */
    public enum Format {
        TEXT,
        JSON
    }

    public static LogSettings read(SettingsReader settings) {
        return new LogSettings(settings.choice("log.format", Format.class, Format.TEXT));
    }

    /** In the frame's words. */
    public Map<String, Object> frame() {
        return format == Format.JSON ? Map.of("logging.structured.format.console", "logstash") : Map.of();
    }
}
