package dev.holdfast.planfile;

import java.util.List;
import java.util.Map;

/** A JSON value as it was written. */
sealed interface Json {

    /** A string, its escapes resolved. */
    record Text(String value) implements Json {}

    /** A number, in the digits it was written with. */
    record Figure(String digits, boolean whole) implements Json {}

    /** True or false. */
    record Flag(boolean value) implements Json {}

    /** Null: the same as a key that is absent. */
    record Nothing() implements Json {}

    /** An array. */
    record Items(List<Json> values) implements Json {}

    /** An object, its keys in the order they were written in. */
    record Members(Map<String, Json> values) implements Json {}

    /** What it is, in a few words of a message. */
    default String shown() {
        return switch (this) {
            case Text text -> '"' + shortened(text.value()) + '"';
            case Figure figure -> shortened(figure.digits());
            case Flag flag -> String.valueOf(flag.value());
            case Nothing nothing -> "null";
            case Items items -> items.values().isEmpty() ? "an empty array" : "an array";
            case Members members -> "an object";
        };
    }

    private static String shortened(String text) {
        int most = 60;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
