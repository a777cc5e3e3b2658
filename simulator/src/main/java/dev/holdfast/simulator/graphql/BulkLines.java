package dev.holdfast.simulator.graphql;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers as JSONL: a line for each node, a child with the id of its parent. Grouped, children follow their
 * parent at once; else they come after all parents of their stretch, so that nobody relies on the order.
 */
final class BulkLines implements AutoCloseable {
    private static final char NEWLINE = '\n';
    // One writer for the whole result: to begin anew with each line takes a third of a bulk operation's time.
    private static final ObjectWriter WRITER = JsonMapper.shared()
            .writer()
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .withRootValueSeparator(String.valueOf(NEWLINE));

    private final OutputStream out;
    private final SequenceWriter result;
    private final boolean grouped;
    private final List<Map<String, @Nullable Object>> later = new ArrayList<>();
    private int lines;
    private int roots;
    private boolean isEmpty = true;

    BulkLines(OutputStream out, boolean grouped) {
        this.out = out;
        this.result = WRITER.writeValues(out);
        this.grouped = grouped;
    }

    /** Writes the nodes of one answer; {@code shape} is that of the document. */
    void write(Map<String, @Nullable Object> data, BulkShape shape) {
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
                line(own(found), object.getValue(), null);
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

    private void line(Map<String, @Nullable Object> node, BulkShape shape, @Nullable Object parentId) {
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
                take(own(inner), object.getValue(), children);
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
                    found.add(own(fields));
                }
            }
        }
        return found;
    }

    /** A map of the answer, which nobody else reads and which can be changed (graphql-java's ResponseMapFactory). */
    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> own(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }

    private void write(Map<String, @Nullable Object> node) {
        result.write(node);
        lines++;
        isEmpty = false;
    }

    /** Ends the last line, and closes what was written to. */
    @Override
    public void close() throws IOException {
        result.flush();
        if (!isEmpty) {
            out.write(NEWLINE);
        }
        result.close();
    }
}
