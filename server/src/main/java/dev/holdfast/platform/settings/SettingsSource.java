package dev.holdfast.platform.settings;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/**
 * Where settings come from: {@code holdfast.properties} in the home folder, the environment, the command line; the later
 * replaces the earlier.
 *
 * <p>A setting {@code http.port} is the variable {@code HOLDFAST_HTTP_PORT}; a dash too becomes a low line.
 */
public record SettingsSource(Home home, Path file, Map<String, String> environment, Map<String, String> commandLine) {

    static final String PREFIX = "HOLDFAST_";

    // Read before there is a home folder to find a file in.
    private static final String HOME = PREFIX + "HOME";

    public SettingsSource {
        environment = Map.copyOf(environment);
        commandLine = Map.copyOf(commandLine);
    }

    /** The usual places. */
    public static SettingsSource of(Home home, Map<String, String> environment, Map<String, String> commandLine) {
        return new SettingsSource(home, home.folder().resolve("holdfast.properties"), environment, commandLine);
    }

    /** All that was given: settings by their name, variables by theirs. */
    Map<String, Given> given() {
        Map<String, Given> all = new TreeMap<>(fromFile());
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !name.equals(HOME)) {
                all.put(name, new Given(value, name));
            }
        });
        commandLine.forEach((name, value) -> all.put(name, new Given(value, option(name))));
        return all;
    }

    /** Whether a name was given on the command line, which comes before a variable. */
    boolean onCommandLine(String name) {
        return commandLine.containsKey(name);
    }

    /** The variable of a setting. */
    static String variable(String setting) {
        return PREFIX + setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** An option is called by the last word of its setting. */
    private static String option(String setting) {
        return "--" + setting.substring(setting.lastIndexOf('.') + 1);
    }

    private Map<String, Given> fromFile() {
        Map<String, Given> found = new HashMap<>();
        if (!Files.exists(file)) {
            return found;
        }
        try {
            for (PropertySource<?> source : new PropertiesPropertySourceLoader()
                    .load(file.toString(), new FileSystemResource(file), StandardCharsets.UTF_8)) {
                if (source instanceof OriginTrackedMapPropertySource map) {
                    for (String name : map.getPropertyNames()) {
                        String value = String.valueOf(map.getProperty(name));
                        found.put(name, new Given(value, place(name, map.getOrigin(name))));
                    }
                }
            }
            return found;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new Refusal(file.toString(), "cannot be read as settings: " + e.getMessage(), e);
        }
    }

    private String place(String name, @Nullable Origin origin) {
        var location = origin instanceof TextResourceOrigin text ? text.getLocation() : null;
        return location == null ? file + ": " + name : "%s:%d: %s".formatted(file, location.getLine() + 1, name);
    }
}
