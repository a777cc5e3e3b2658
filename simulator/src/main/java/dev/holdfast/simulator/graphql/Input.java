package dev.holdfast.simulator.graphql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of a field or the fields of an input object, read by their names and kinds. */
record Input(Map<String, Object> values) {
    static final Input NONE = new Input(Map.of());

    /** This input, unless it holds something beyond these names: that would be passed over without a word. */
    Input only(String type, String... names) {
        for (var given : values.entrySet()) {
            // The schema fills in false and empty lists where something is left out.
            var value = given.getValue();
            boolean said =
                    value != null && !Boolean.FALSE.equals(value) && !List.of().equals(value);
            if (said && !List.of(names).contains(given.getKey())) {
                throw FieldError.notImplemented(type + "." + given.getKey());
            }
        }
        return this;
    }

    /** Whether it was given at all, be it as null. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The given value; null where it was left out or given as null. */
    @Nullable
    Object get(String name) {
        return values.get(name);
    }

    String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw missing(name);
    }

    Optional<String> optionalText(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    int number(String name) {
        if (values.get(name) instanceof Integer number) {
            return number;
        }
        throw missing(name);
    }

    Optional<Integer> optionalNumber(String name) {
        return values.get(name) instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    Optional<Double> optionalFloat(String name) {
        return values.get(name) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    Optional<BigDecimal> optionalDecimal(String name) {
        return values.get(name) instanceof BigDecimal decimal ? Optional.of(decimal) : Optional.empty();
    }

    Optional<Instant> optionalInstant(String name) {
        return values.get(name) instanceof Instant instant ? Optional.of(instant) : Optional.empty();
    }

    Instant instant(String name) {
        if (values.get(name) instanceof Instant instant) {
            return instant;
        }
        throw missing(name);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    Optional<Boolean> optionalFlag(String name) {
        return values.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    Optional<Input> optionalInput(String name) {
        return values.get(name) instanceof Map<?, ?> map
                ? Optional.of(new Input((Map<String, Object>) map))
                : Optional.empty();
    }

    Input input(String name) {
        return optionalInput(name).orElseThrow(() -> missing(name));
    }

    /** The list of input objects; empty when left out. */
    @SuppressWarnings("unchecked")
    List<Input> inputs(String name) {
        return list(name).stream()
                .map(value -> new Input((Map<String, Object>) value))
                .toList();
    }

    /** The list of texts or ids; empty when left out. */
    List<String> texts(String name) {
        return list(name).stream().map(String.class::cast).toList();
    }

    /** The list; empty when it was left out or given as null. */
    Optional<List<String>> optionalTexts(String name) {
        return values.get(name) == null ? Optional.empty() : Optional.of(texts(name));
    }

    private List<?> list(String name) {
        if (!(values.get(name) instanceof List<?> list)) {
            return List.of();
        }
        if (list.size() > 250) {
            throw new FieldError(
                    "The input array size of " + list.size() + " is greater than the maximum allowed of 250.",
                    "MAX_INPUT_SIZE_EXCEEDED");
        }
        return list;
    }

    /** The schema lets it be left out, the API does not. */
    private static FieldError missing(String name) {
        return new FieldError("The argument " + name + " is missing.", "INVALID_FIELD_ARGUMENTS");
    }
}
