package dev.holdfast.simulator.window.theme;

import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.shop.state.Id;
import dev.holdfast.simulator.shop.state.Metafield;
import dev.holdfast.simulator.window.liquid.LiquidFailure;
import dev.holdfast.simulator.window.liquid.Shape;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The metafields of something, by namespace and key. {@code app} is the namespace of the app whose blocks are shown; of
 * an app's own ones those whose definition lets the storefront read them, or all: that is a switch.
 */
final class MetafieldObjects {

    private static final Set<String> TEXTS = Set.of(
            "single_line_text_field", "multi_line_text_field", "date", "date_time", "url", "color", "id", "language");
    private static final JsonMapper JSON = JsonMapper.shared();

    private MetafieldObjects() {}

    static Map<String, Map<String, Shape>> of(Scene scene, Id owner) {
        Map<String, Map<String, Shape>> all = new LinkedHashMap<>();
        for (Metafield each : scene.shop().metafields().of(Gid.of(owner.gid()))) {
            String namespace = namespace(scene, each);
            if (namespace != null) {
                all.computeIfAbsent(namespace, _ -> new LinkedHashMap<>()).put(each.key(), shape(each));
            }
        }
        return all;
    }

    private static @Nullable String namespace(Scene scene, Metafield field) {
        if (!field.namespace().startsWith("app--")) {
            return field.namespace();
        }
        boolean own = scene.app().isPresent()
                && field.namespace().equals("app--" + scene.app().getAsLong());
        boolean shown =
                scene.shop().switches().isOn(Switch.BLOCKS_ARE_SHOWN_PRIVATE_METAFIELDS) || isPublic(scene, field);
        return own && shown ? "app" : null;
    }

    private static boolean isPublic(Scene scene, Metafield field) {
        String ownerType = field.owner().type().toUpperCase(Locale.ROOT);
        return scene.shop()
                .metafields()
                .definitions()
                .all()
                .anyMatch(each -> each.namespace().equals(field.namespace())
                        && each.key().equals(field.key())
                        && each.ownerType().equals(ownerType)
                        && "PUBLIC_READ".equals(each.access().storefront()));
    }

    private static Shape shape(Metafield field) {
        return new Shape("metafield").with("type", field.typeName()).with("value", value(field));
    }

    private static @Nullable Object value(Metafield field) {
        String type = field.typeName();
        if (TEXTS.contains(type)) {
            return field.value();
        }
        return switch (type) {
            case "number_integer" -> Long.valueOf(field.value());
            case "number_decimal" -> new java.math.BigDecimal(field.value());
            case "boolean" -> Boolean.valueOf(field.value());
            case "json" -> JSON.readValue(field.value(), Object.class);
            default -> throw new LiquidFailure("the simulator has no metafields of type " + type);
        };
    }
}
