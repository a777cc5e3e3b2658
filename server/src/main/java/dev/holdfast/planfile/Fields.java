package dev.holdfast.planfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object; a key with null is a key that is not there. */
record Fields(Place place, Map<String, Json> values) {

    boolean has(String key) {
        return find(key) != null;
    }

    Value required(String key) {
        Json value = find(key);
        if (value == null) {
            throw place.key(key).bad("is missing");
        }
        return new Value(place.key(key), value);
    }

    <T> T or(String key, Function<Value, T> reading, T otherwise) {
        return has(key) ? reading.apply(required(key)) : otherwise;
    }

    <T> @Nullable T orNull(String key, Function<Value, T> reading) {
        return has(key) ? reading.apply(required(key)) : null;
    }

    /** The items of an array, none when it is absent. */
    List<Value> items(String key) {
        return or(key, Value::items, List.of());
    }

    /** The keys that are there, in the order they were written in. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (String key : values.keySet()) {
            if (has(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    void refuseOthersThan(List<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw place.key(key).bad("unknown key; known here: " + String.join(", ", known));
            }
        }
    }

    private @Nullable Json find(String key) {
        Json value = values.get(key);
        return value instanceof Json.Nothing ? null : value;
    }
}
