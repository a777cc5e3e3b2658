package dev.holdfast.simulator.graphql;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers as JSONL: a line for each node, a child with the id of its parent. Grouped, children follow their
 * parent at once; else they come after all parents of their stretch, so that nobody relies on the order.
 */
final class BulkLines {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] NEWLINE = "\n".getBytes(StandardCharsets.UTF_8);
    private final OutputStream out;
    private final boolean grouped;
    private final List<Map<String, @Nullable Object>> later = new ArrayList<>();
    private int lines;
    private int roots;

    BulkLines(OutputStream out, boolean grouped) {
        this.out = out;
        this.grouped = grouped;
    }

    /** Writes the nodes of one answer; {@code shape} is that of the document. */
    void write(Map<String, @Nullable Object> data, BulkShape shape) throws IOException {
        lines = 0;
        roots = 0;
        for (var connection : shape.connections().entrySet()) {
            for (var node : nodes(data.get(connection.getKey()), connection.getValue())) {
                roots++;
                line(node, connection.getValue().node(), null);
            }
        }
        for (var object : shape.objects().entrySet()) {
            if (data.get(object.getKey()) instanceof Map<?, ?> found) {
                roots++;
                line(copy(found), object.getValue(), null);
            }
        }
        for (var child : later) {
            write(child);
        }
        later.clear();
    }

    int lines() {
        return lines;
    }

    int roots() {
        return roots;
    }

    private void line(Map<String, @Nullable Object> node, BulkShape shape, @Nullable Object parentId)
            throws IOException {
        var children = new ArrayList<Child>();
        take(node, shape, children);
        if (parentId != null) {
            node.put("__parentId", parentId);
        }
        if (parentId == null || grouped) {
            write(node);
        } else {
            later.add(node);
        }
        for (var child : children) {
            line(child.node(), child.shape(), node.get("id"));
        }
    }

    private record Child(Map<String, @Nullable Object> node, BulkShape shape) {}

    /** Takes the connections out of a node, from under its plain objects too. */
    private static void take(Map<String, @Nullable Object> node, BulkShape shape, List<Child> children) {
        for (var connection : shape.connections().entrySet()) {
            for (var child : nodes(node.remove(connection.getKey()), connection.getValue())) {
                children.add(new Child(child, connection.getValue().node()));
            }
        }
        for (var object : shape.objects().entrySet()) {
            if (object.getValue().count() > 0 && node.get(object.getKey()) instanceof Map<?, ?> inner) {
                var copy = copy(inner);
                node.put(object.getKey(), copy);
                take(copy, object.getValue(), children);
            }
        }
    }

    private static List<Map<String, @Nullable Object>> nodes(@Nullable Object value, BulkShape.Connection connection) {
        var found = new ArrayList<Map<String, @Nullable Object>>();
        if (value instanceof Map<?, ?> map) {
            var list = map.get(connection.nodes() == null ? connection.edges() : connection.nodes());
            for (var item : list instanceof List<?> items ? items : List.of()) {
                var node = connection.nodes() != null
                        ? item
                        : item instanceof Map<?, ?> edge ? edge.get(connection.edgeNode()) : null;
                if (node instanceof Map<?, ?> fields) {
                    found.add(copy(fields));
                }
            }
        }
        return found;
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    private void write(Map<String, @Nullable Object> node) throws IOException {
        out.write(JSON.writeValueAsBytes(node));
        out.write(NEWLINE);
        lines++;
    }
}
