package dev.holdfast.platform.settings;

import dev.holdfast.platform.Problem;
import dev.holdfast.platform.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads settings and gathers what is wrong with them, so that all of it is said at once.
 *
 * <p>Every module reads its own settings into a record; a bad one reads as its default, and {@link #finish} refuses afterwards.
 * A name that nobody read is refused too.
 */
public final class SettingsReader {

    private final SettingsSource source;
    private final Map<String, Given> given;
    private final Map<String, Effective> read = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    public SettingsReader(SettingsSource source) {
        this.source = source;
        given = source.given();
    }

    /** Where the settings came from. */
    public SettingsSource source() {
        return source;
    }

    /** A setting that may be left out. */
    public Optional<String> text(String name) {
        return value(name, "", false);
    }

    /** A text with a default. */
    public String text(String name, String byDefault) {
        return value(name, byDefault, false).orElse(byDefault);
    }

    /** A setting whose value is shown and logged nowhere; may be left out. */
    public Optional<String> secret(String name) {
        return value(name, "", true);
    }

    /** A whole number, both limits included. */
    public int number(String name, int byDefault, int least, int most) {
        return parsed(name, byDefault, "a whole number from %d to %d".formatted(least, most), text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException();
            }
            return number;
        });
    }

    /** One of two words: true or false. */
    public boolean flag(String name, boolean byDefault) {
        return parsed(name, byDefault, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** A constant of an enumeration, in lower case. */
    public <E extends Enum<E>> E choice(String name, Class<E> type, E byDefault) {
        var names = Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return parsed(
                name,
                byDefault,
                "one of " + String.join(", ", names),
                text -> type.getEnumConstants()[indexOf(names, text)]);
    }

    private static int indexOf(List<String> names, String text) {
        int index = names.indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException();
        }
        return index;
    }

    /** A length of time as a number and its unit: 500ms, 30s, 5m, 2h, 7d. */
    public Duration duration(String name, Duration byDefault) {
        return parsed(name, byDefault, "a time such as 500ms, 30s, 5m, 2h or 7d", SettingsReader::duration);
    }

    private static Duration duration(String text) {
        String unit = text.replaceFirst("^\\d+", "");
        long count = Long.parseLong(text.substring(0, text.length() - unit.length()));
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> throw new IllegalArgumentException();
        };
    }

    /** A file or folder; a relative one lies in the home folder. */
    public Path path(String name, String byDefault) {
        return source.home().folder().resolve(text(name, byDefault));
    }

    /** A value of another kind; the function throws {@link IllegalArgumentException} for a text it cannot read. */
    public <T> T parsed(String name, T byDefault, String expected, Function<String, T> parse) {
        Optional<String> text = value(name, shown(byDefault), false);
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            return parse.apply(text.get());
        } catch (IllegalArgumentException | ArithmeticException e) {
            refuse(name, "\"%s\" is not %s".formatted(text.get(), expected));
            return byDefault;
        }
    }

    private static String shown(Object value) {
        return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : value.toString();
    }

    /** Says what is wrong with a setting and what to do; for rules between settings. */
    public void refuse(String name, String reason) {
        problems.add(new Problem(found(name).map(Given::place).orElse(name), reason));
    }

    private Optional<String> value(String name, String byDefault, boolean secret) {
        Optional<Given> found = found(name).filter(value -> !value.value().isBlank());
        String value = found.map(Given::value).orElse(byDefault);
        read.put(
                name,
                new Effective(
                        name,
                        secret && !value.isEmpty() ? "(secret)" : value,
                        found.map(Given::place).orElse("default")));
        return found.map(given -> given.value().strip());
    }

    private Optional<Given> found(String name) {
        Given byName = given.get(name);
        Given byVariable = given.get(SettingsSource.variable(name));
        return Optional.ofNullable(byVariable == null || source.onCommandLine(name) ? byName : byVariable);
    }

    /**
     * Ends the reading.
     *
     * @throws Refusal with everything that is wrong
     */
    public List<Effective> finish() {
        List<Problem> all = problems();
        if (!all.isEmpty()) {
            throw new Refusal(all);
        }
        return effective();
    }

    /** Every setting that was read, as it is in force, in the order of reading. */
    public List<Effective> effective() {
        return List.copyOf(read.values());
    }

    /** Everything that is wrong, names that nobody read among it. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        var unknown = new TreeSet<>(given.keySet());
        read.keySet().forEach(name -> {
            unknown.remove(name);
            unknown.remove(SettingsSource.variable(name));
        });
        for (String name : unknown) {
            all.add(new Problem(
                    Objects.requireNonNull(given.get(name)).place(),
                    "no such setting is known; holdfast doctor lists them all"));
        }
        return all;
    }
}
