package dev.holdfast.simulator.control;

import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.http.Refusal;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON object a control call brings; a name nobody knows or a value of the wrong kind is refused by name. */
final class Body {

    private static final int MAX_BYTES = 256 * 1024;

    private final ObjectNode json;

    private Body(ObjectNode json) {
        this.json = json;
    }

    static Body of(Exchange exchange, String... names) throws IOException {
        return of(exchange.jsonBody(MAX_BYTES), names);
    }

    private static Body of(ObjectNode json, String... names) {
        Set<String> known = new TreeSet<>(Arrays.asList(names));
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw new Refusal(400, name + ": not known here; known are " + known);
            }
        }
        return new Body(json);
    }

    Optional<String> text(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new Refusal(400, name + ": give text in quotes");
        }
        return Optional.of(value.asString());
    }

    String needed(String name) {
        return text(name).orElseThrow(() -> new Refusal(400, name + ": is needed"));
    }

    /** The objects of a list, each with these names only; none when it is not given. */
    List<Body> bodies(String name, String... names) {
        JsonNode list = json.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new Refusal(400, name + ": give a list");
        }
        return list.valueStream()
                .map(each -> {
                    if (!(each instanceof ObjectNode object)) {
                        throw new Refusal(400, name + ": give a list of objects");
                    }
                    return of(object, names);
                })
                .toList();
    }

    /** The texts of a list; none when it is not given. */
    List<String> texts(String name) {
        JsonNode list = json.path(name);
        boolean fits =
                list.isMissingNode() || (list.isArray() && list.valueStream().allMatch(JsonNode::isString));
        if (!fits) {
            throw new Refusal(400, name + ": give a list of texts in quotes");
        }
        return list.valueStream().map(JsonNode::asString).toList();
    }

    Duration duration(String name) {
        String text = needed(name);
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(400, name + ": write it as PT4H or P1D, not " + text);
        }
    }

    boolean flag(String name) {
        JsonNode value = json.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new Refusal(400, name + ": give true or false");
        }
        return value.asBoolean(false);
    }

    boolean has(String name) {
        return json.has(name);
    }

    double decimal(String name, double otherwise) {
        JsonNode value = json.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw new Refusal(400, name + ": give a number");
        }
        return value.asDouble();
    }

    /** A whole number; an id may be given as a global id too. */
    long number(String name) {
        JsonNode value = json.path(name);
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.asLong();
        }
        String text = value.isString() ? value.asString() : "";
        String digits = text.substring(text.lastIndexOf('/') + 1);
        if (!digits.matches("\\d{1,18}")) {
            throw new Refusal(400, name + ": give a whole number or a global id");
        }
        return Long.parseLong(digits);
    }

    long number(String name, long otherwise) {
        return json.has(name) ? number(name) : otherwise;
    }

    int count(String name, int otherwise) {
        long number = number(name, otherwise);
        if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            throw new Refusal(400, name + ": is too large: " + number);
        }
        return (int) number;
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return word(name, type, needed(name));
    }

    <E extends Enum<E>> E word(String name, Class<E> type, String given) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(given.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new Refusal(400, name + ": is one of " + Arrays.toString(type.getEnumConstants()) + ", not " + given);
    }
}
