package dev.holdfast.shop.mirror;

import dev.holdfast.shopify.GlobalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A thing of Shopify's with those below it, whether they came nested in one answer or as lines of a bulk result.
 *
 * @param whole false when an answer had more things below it than one page
 */
public record Branch(JsonNode node, List<Branch> children, boolean whole) {

    /** Connections are taken for children, in whatever depth. */
    public static Branch of(JsonNode node) {
        List<Branch> children = new ArrayList<>();
        boolean whole = true;
        for (var field : node.properties()) {
            var nodes = field.getValue().path("nodes");
            if (nodes.isArray()) {
                nodes.forEach(child -> children.add(of(child)));
                whole &= !field.getValue().path("pageInfo").path("hasNextPage").asBoolean(false);
            }
        }
        whole &= children.stream().allMatch(Branch::whole);
        return new Branch(node, children, whole);
    }

    /** A line of a bulk result; its children follow. */
    public static Branch line(JsonNode node) {
        return new Branch(node, new ArrayList<>(), true);
    }

    public GlobalId id() {
        return GlobalId.parse(required("id"));
    }

    /** Its children of this type. */
    public Stream<Branch> children(String type) {
        var start = "gid://shopify/" + type + "/";
        return children.stream()
                .filter(child -> child.node.path("id").asString("").startsWith(start));
    }

    public String required(String field) {
        return text(field).orElseThrow(() -> new IllegalArgumentException("Shopify's answer lacks " + field + "."));
    }

    public Optional<String> text(String field) {
        var value = node.path(field);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }

    public Instant time(String field) {
        return Instant.parse(required(field));
    }

    public Optional<Instant> optionalTime(String field) {
        return text(field).map(Instant::parse);
    }

    public boolean flag(String field) {
        return node.path(field).asBoolean(false);
    }

    public int count(String field) {
        var value = node.path(field);
        if (!value.isInt()) {
            throw new IllegalArgumentException("Shopify's answer lacks the number " + field + ".");
        }
        return value.asInt();
    }

    /** The number in the global id that lies at this path. */
    public Optional<Long> reference(String... path) {
        JsonNode at = node;
        for (var step : path) {
            at = at.path(step);
        }
        return at.isString() ? Optional.of(GlobalId.parse(at.asString()).number()) : Optional.empty();
    }

    public long requiredReference(String... path) {
        return reference(path)
                .orElseThrow(
                        () -> new IllegalArgumentException("Shopify's answer lacks " + String.join(".", path) + "."));
    }
}
