package dev.holdfast.simulator.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Cuts a body down to the fields a subscription includes; what a body does not have is left out without a word. */
final class IncludedFields {

    private IncludedFields() {}

    static JsonNode cut(JsonNode body, List<String> fields) {
        if (fields.isEmpty()) {
            return body;
        }
        return cut(body, tree(fields));
    }

    /** The names at one level, each with the names below it; none below for all of it. */
    private record Names(Map<String, Names> below) {}

    private static Names tree(List<String> fields) {
        Names root = new Names(new LinkedHashMap<>());
        for (String field : fields) {
            Names at = root;
            for (String name : field.split("\\.", -1)) {
                at = at.below().computeIfAbsent(name, any -> new Names(new LinkedHashMap<>()));
            }
        }
        return root;
    }

    private static JsonNode cut(JsonNode node, Names names) {
        if (names.below().isEmpty()) {
            return node;
        }
        if (node.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> all.add(cut(each, names)));
            return all;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        names.below().forEach((name, below) -> {
            if (node.has(name)) {
                some.set(name, cut(node.path(name), below));
            }
        });
        return some;
    }
}
