package dev.holdfast.planfile;

import dev.holdfast.planner.InvalidFacts;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a plan file, such as {@code demand[3].quantity}; keys are written as they are.
 *
 * @param key its key, or null for an item of an array
 * @param index its index where it has no key
 */
record Place(@Nullable Place within, @Nullable String key, int index) {

    static final Place DOCUMENT = new Place(null, "", 0);

    Place key(String name) {
        return new Place(this, name, 0);
    }

    Place item(int at) {
        return new Place(this, null, at);
    }

    InvalidFacts bad(String reason) {
        return new InvalidFacts(toString(), reason);
    }

    @Override
    public String toString() {
        if (within == null) {
            return "line 1, column 1";
        }
        StringBuilder path = new StringBuilder();
        appendTo(path);
        return path.isEmpty() ? "\"\"" : path.toString();
    }

    private void appendTo(StringBuilder path) {
        if (within == null) {
            return;
        }
        within.appendTo(path);
        if (key == null) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(key);
        }
    }
}
