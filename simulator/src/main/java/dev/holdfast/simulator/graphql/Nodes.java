package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds things by global id, whatever their type. */
final class Nodes {
    private static final Pattern LEVEL =
            Pattern.compile("gid://shopify/InventoryLevel/(\\d{1,18})\\?inventory_item_id=(\\d{1,18})");
    private final Map<String, BiFunction<Api, Gid, @Nullable Object>> byType = new HashMap<>();

    /** How things of a type are found. */
    Nodes on(String type, BiFunction<Api, Gid, @Nullable Object> find) {
        byType.put(type, find);
        return this;
    }

    /** The thing with this id; null when there is none. */
    @Nullable
    Object find(String text, Api api) {
        var id = gid(text);
        if (id.type().equals("InventoryLevel")) {
            return level(text, api);
        }
        var find = byType.get(id.type());
        if (find == null) {
            throw FieldError.notImplemented("node for " + id.type());
        }
        return find.apply(api, id);
    }

    static Gid gid(String text) {
        try {
            return Gid.of(text);
        } catch (IllegalArgumentException e) {
            throw new FieldError("Invalid global id '" + text + "'", "INVALID_FIELD_ARGUMENTS");
        }
    }

    /** A level has no number of its own. */
    @Nullable
    Level level(String text, Api api) {
        var parts = LEVEL.matcher(text);
        if (!parts.matches()) {
            throw new FieldError("Invalid global id '" + text + "'", "INVALID_FIELD_ARGUMENTS");
        }
        var item = Long.parseLong(parts.group(2));
        var location = Long.parseLong(parts.group(1));
        return api.shop().inventory().levels().of(new Id.InventoryItemId(item)).stream()
                .filter(level -> level.location().number() == location)
                .findFirst()
                .orElse(null);
    }
}
