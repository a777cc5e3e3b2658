package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Result;
import dev.holdfast.simulator.shop.UserError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a mutation answers: its fields by name, or what it refuses.
 *
 * @param fields every field the simulator fills; none when the mutation was refused
 */
record Payload(Map<String, @Nullable Object> fields, List<Refused> errors) {
    /** One user error, with the schema's own code. */
    record Refused(
            @Nullable List<String> field,
            String message,
            @Nullable String code,
            @Nullable Integer elementIndex) {
        Refused(@Nullable List<String> field, String message, @Nullable String code) {
            this(field, message, code, null);
        }
    }

    /** What a command of the shop did, or why it did not. */
    static <T> Payload of(Result<T> result, Function<? super T, Payload> done) {
        return switch (result) {
            case Result.Done<T>(T value) -> done.apply(value);
            case Result.Refused<T>(List<UserError> refused) -> refused(refusals(refused));
        };
    }

    static List<Refused> refusals(List<UserError> errors) {
        return errors.stream()
                .map(error -> new Refused(error.field(), error.message(), error.code()))
                .toList();
    }

    static Payload of(String field, @Nullable Object value) {
        var fields = new HashMap<String, @Nullable Object>();
        fields.put(field, value);
        return new Payload(fields, List.of());
    }

    Payload and(String field, @Nullable Object value) {
        var more = new HashMap<String, @Nullable Object>(fields);
        more.put(field, value);
        return new Payload(more, errors);
    }

    static Payload refused(List<Refused> errors) {
        return new Payload(Map.of(), List.copyOf(errors));
    }

    static Payload refused(@Nullable List<String> field, String message, @Nullable String code) {
        return refused(List.of(new Refused(field, message, code)));
    }

    /** A mutation that did part of its work and refused the rest. */
    Payload with(List<Refused> refused) {
        return new Payload(fields, List.copyOf(refused));
    }

    /** The same refusals said differently: nobody should read the words to learn what happened. */
    Payload inOtherWords() {
        return with(errors.stream()
                .map(error -> new Refused(error.field(), "Not possible now.", error.code(), error.elementIndex()))
                .toList());
    }

    /** The value of a field of the payload's type. */
    @Nullable
    Object read(String type, String field) {
        if (field.endsWith("serErrors")) {
            return errors;
        }
        if (fields.containsKey(field)) {
            return fields.get(field);
        }
        if (!errors.isEmpty()) {
            return null;
        }
        throw FieldError.notImplemented(type + "." + field);
    }
}
