package dev.holdfast.simulator.window;

import dev.holdfast.simulator.http.Exchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a buyer sent: values without the spaces around them, each with a limit. */
record Form(Map<String, String> values) {

    static final int MOST_UNITS = 1_000_000;

    private static final int MAX_BODY = 64 * 1024;
    private static final int LONGEST = 255;

    static Form of(Exchange exchange) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        exchange.formOrJson(MAX_BODY).forEach((name, value) -> {
            String stripped = value.strip();
            values.put(name, stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped);
        });
        return new Form(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Nothing for what is blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** The number of a thing; empty for what is none. */
    OptionalLong number(String name) {
        String text = values.getOrDefault(name, "");
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** A quantity from none to a million; empty for anything else. */
    OptionalInt quantity(String name) {
        OptionalLong number = number(name);
        return number.isPresent() && number.getAsLong() <= MOST_UNITS
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }
}
