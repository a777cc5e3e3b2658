package dev.holdfast.planfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** JSON values written out again, as they were read or with their rows and keys in another order. */
final class JsonSource {

    private JsonSource() {}

    static String text(Json json) {
        return switch (json) {
            case Json.Text text -> quoted(text.value());
            case Json.Figure figure -> figure.digits();
            case Json.Flag flag -> String.valueOf(flag.value());
            case Json.Nothing nothing -> "null";
            case Json.Items items ->
                items.values().stream().map(JsonSource::text).collect(Collectors.joining(",", "[", "]"));
            case Json.Members members ->
                members.values().entrySet().stream()
                        .map(member -> quoted(member.getKey()) + ":" + text(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    /** Everything in another order but what is a sequence: the events, and the shop's locations. */
    static Json shuffled(Json json, Random random) {
        return switch (json) {
            case Json.Items(List<Json> values) -> {
                List<Json> items = new ArrayList<>();
                values.forEach(value -> items.add(shuffled(value, random)));
                Collections.shuffle(items, random);
                yield new Json.Items(items);
            }
            case Json.Members(Map<String, Json> values) -> {
                List<Map.Entry<String, Json>> entries = new ArrayList<>(values.entrySet());
                Collections.shuffle(entries, random);
                Map<String, Json> members = new LinkedHashMap<>();
                for (Map.Entry<String, Json> entry : entries) {
                    members.put(
                            entry.getKey(),
                            switch (entry.getKey()) {
                                case "events" -> eachShuffled(entry.getValue(), random);
                                case "settings" -> entry.getValue();
                                default -> shuffled(entry.getValue(), random);
                            });
                }
                yield new Json.Members(members);
            }
            default -> json;
        };
    }

    private static Json eachShuffled(Json sequence, Random random) {
        List<Json> items = new ArrayList<>();
        for (Value item : new Value(Place.DOCUMENT, sequence).items()) {
            items.add(shuffled(item.json(), random));
        }
        return new Json.Items(items);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
