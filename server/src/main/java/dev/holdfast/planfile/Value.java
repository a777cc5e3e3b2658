package dev.holdfast.planfile;

import dev.holdfast.planner.InvalidFacts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A JSON value, and where it stands: what it is read as, it must be, or {@link InvalidFacts} names the place. */
record Value(Place place, Json json) {

    /** The most units, and the furthest from zero that any number may be. */
    static final long BILLION = 1_000_000_000;

    private static final LocalDate FIRST_DATE = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2999, 12, 31);
    private static final Instant FIRST_INSTANT = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END_OF_INSTANTS = Instant.parse("3000-01-01T00:00:00Z");

    /** Stricter than the JDK's own, which takes small letters, does without seconds and knows an hour 24. */
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendValue(ChronoField.HOUR_OF_DAY, 2)
            .appendLiteral(':')
            .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
            .appendLiteral(':')
            .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    String text() {
        if (json instanceof Json.Text text) {
            return text.value();
        }
        throw expected("a string");
    }

    boolean flag() {
        if (json instanceof Json.Flag flag) {
            return flag.value();
        }
        throw expected("true or false");
    }

    /** A quantity of units. */
    long units() {
        return whole(0, BILLION);
    }

    /** A whole number between two bounds, both included; {@code 3.0} is none. */
    long whole(long low, long high) {
        if (json instanceof Json.Figure(String digits, boolean whole) && whole) {
            // Longer figures would not fit a long; they cannot be in range, for JSON has no leading zeros.
            if (digits.length() <= 18) {
                long number = Long.parseLong(digits);
                if (low <= number && number <= high) {
                    return number;
                }
            }
        }
        throw expected(String.format(Locale.ROOT, "a whole number from %,d to %,d", low, high));
    }

    LocalDate date() {
        try {
            LocalDate date = LocalDate.parse(text());
            if (!date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE)) {
                return date;
            }
        } catch (DateTimeException e) {
            throw because(expectedDate(), e);
        }
        throw expectedDate();
    }

    Instant instant() {
        try {
            Instant instant = INSTANT.parse(text(), Instant::from);
            if (!instant.isBefore(FIRST_INSTANT) && instant.isBefore(END_OF_INSTANTS)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw because(expectedInstant(), e);
        }
        throw expectedInstant();
    }

    /** A zone of the time zone database; bare offsets such as {@code +01:00} are none. */
    ZoneId zone() {
        String id = text();
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(id)) {
            throw expected("a time zone such as \"Europe/Berlin\" or \"UTC\"");
        }
        return ZoneId.of(id);
    }

    <E extends Enum<E>> E oneOf(Class<E> choices) {
        return oneOf(choices, Enum::name);
    }

    <E extends Enum<E>> E oneOf(Class<E> choices, Function<E, String> name) {
        List<E> all = List.of(choices.getEnumConstants());
        for (E choice : all) {
            if (json instanceof Json.Text(String value) && value.equals(name.apply(choice))) {
                return choice;
            }
        }
        throw expected("one of " + all.stream().map(name).collect(Collectors.joining(", ")));
    }

    List<Value> items() {
        if (json instanceof Json.Items(List<Json> values)) {
            List<Value> items = new ArrayList<>(values.size());
            for (Json value : values) {
                items.add(new Value(place.item(items.size()), value));
            }
            return items;
        }
        throw expected("an array");
    }

    List<Value> itemsAtLeastOne() {
        List<Value> items = items();
        if (items.isEmpty()) {
            throw place.bad("must not be empty");
        }
        return items;
    }

    /** An object with these keys and no others. */
    Fields fields(List<String> known) {
        Fields fields = fields();
        fields.refuseOthersThan(known);
        return fields;
    }

    /** An object with any keys. */
    Fields fields() {
        if (json instanceof Json.Members(Map<String, Json> values)) {
            return new Fields(place, values);
        }
        throw expected("an object");
    }

    private InvalidFacts expectedDate() {
        return expected("a date such as \"2026-11-22\", from 2000 to 2999");
    }

    private InvalidFacts expectedInstant() {
        return expected("an instant such as \"2026-11-22T10:00:00Z\" or with an offset, from 2000 to 2999");
    }

    private static InvalidFacts because(InvalidFacts bad, DateTimeException cause) {
        bad.initCause(cause);
        return bad;
    }

    private InvalidFacts expected(String what) {
        return place.bad("must be " + what + ", not " + json.shown());
    }
}
