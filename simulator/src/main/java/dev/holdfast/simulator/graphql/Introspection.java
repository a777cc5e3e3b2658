package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.ApiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The introspection result of one version of the API, with what Shopify adds to the standard: scopes and protection. */
final class Introspection {
    private final Map<String, Object> data;
    private final Map<String, AccessRule> types = new HashMap<>();
    private final Map<String, AccessRule> fields = new HashMap<>();
    private final Set<String> protectedFields = new HashSet<>();

    private Introspection(Map<String, Object> data) {
        this.data = data;
        for (var type : objects(object(data, "__schema"), "types")) {
            readType(type);
        }
    }

    static Introspection of(ApiVersion version) {
        var name = "/shopify/admin-" + version.wire() + ".json.gz";
        try (var resource = Introspection.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("The schema is missing from the program: " + name);
            }
            Map<String, Object> whole =
                    JsonMapper.shared().readValue(new GZIPInputStream(resource), new TypeReference<>() {});
            return new Introspection(object(whole, "data"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    /** The part under {@code data}, as graphql-java wants it. */
    Map<String, Object> data() {
        return data;
    }

    /** What a call of this field needs: its own rule and that of the type it returns. */
    List<AccessRule> rules(String type, String field, String returnedType) {
        var rules = new ArrayList<AccessRule>(2);
        var own = fields.get(type + "." + field);
        if (own != null) {
            rules.add(own);
        }
        var returned = types.get(returnedType);
        if (returned != null) {
            rules.add(returned);
        }
        return List.copyOf(rules);
    }

    /** Whether a field holds protected customer data, which an app without approval sees as null. */
    boolean isProtected(String type, String field) {
        return protectedFields.contains(type + "." + field);
    }

    private void readType(Map<String, Object> type) {
        var name = String.valueOf(type.get("name"));
        var rule = AccessRule.parse(text(type.get("requiredAccess")), false);
        if (rule != null) {
            types.put(name, rule);
        }
        if (type.get("fields") == null) {
            return;
        }
        for (var field : objects(type, "fields")) {
            var at = name + "." + field.get("name");
            var own = AccessRule.parse(text(field.get("requiredAccess")), name.equals("Mutation"));
            if (own != null) {
                fields.put(at, own);
            }
            if (Boolean.TRUE.equals(field.get("isProtected"))) {
                protectedFields.add(at);
            }
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> in, String key) {
        return (Map<String, Object>) Objects.requireNonNull(in.get(key), key);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Map<String, Object> in, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(in.get(key), key);
    }
}
