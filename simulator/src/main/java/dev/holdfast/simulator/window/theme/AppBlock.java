package dev.holdfast.simulator.window.theme;

import dev.holdfast.simulator.window.liquid.Liquid;
import dev.holdfast.simulator.window.liquid.Look;
import dev.holdfast.simulator.window.liquid.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An app block of a theme app extension: its Liquid, and what its schema says. Settings are at their defaults. */
public final class AppBlock {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SCHEMA =
            Pattern.compile("\\{%-?\\s*schema\\s*-?%}(.*?)\\{%-?\\s*endschema\\s*-?%}", Pattern.DOTALL);

    private final String name;
    private final Liquid liquid;
    private final JsonNode schema;

    private AppBlock(String name, Liquid liquid, JsonNode schema) {
        this.name = name;
        this.liquid = liquid;
        this.schema = schema;
    }

    static AppBlock read(Path file) throws IOException {
        String source = Files.readString(file, StandardCharsets.UTF_8);
        Matcher found = SCHEMA.matcher(source);
        if (!found.find()) {
            throw new IllegalArgumentException(file + " has no {% schema %}");
        }
        JsonNode schema;
        try {
            schema = JSON.readTree(found.group(1));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ": its schema is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!schema.path("target").asString("").equals("section")) {
            throw new IllegalArgumentException(file + ": the simulator shows blocks with the target section only");
        }
        String name = file.getFileName().toString();
        return new AppBlock(
                name.substring(0, name.length() - ".liquid".length()), Liquid.parse("blocks/" + name, source), schema);
    }

    /** A block that names no templates may be on any. */
    boolean isOn(String template) {
        JsonNode on = schema.path("enabled_on").path("templates");
        JsonNode off = schema.path("disabled_on").path("templates");
        return off.valueStream().noneMatch(each -> fits(each, template))
                && (on.isMissingNode() || on.valueStream().anyMatch(each -> fits(each, template)));
    }

    private static boolean fits(JsonNode named, String template) {
        return named.asString().equals("*") || named.asString().equals(template);
    }

    /** The asset its schema names under {@code stylesheet} or {@code javascript}. */
    public Optional<String> asset(String kind) {
        return schema.path(kind).asStringOpt();
    }

    /** Its HTML, in the element that Shopify puts around an app block. */
    public String render(Map<String, @Nullable Object> objects, Look look) {
        Map<String, @Nullable Object> all = new HashMap<>(objects);
        all.put(
                "block",
                new Shape("block")
                        .with("id", name)
                        .with("type", name)
                        .with("shopify_attributes", "")
                        .with("settings", settings()));
        return "<div id=\"shopify-block-" + name + "\" class=\"shopify-block shopify-app-block\">"
                + liquid.render(all, look) + "</div>";
    }

    private Shape settings() {
        Shape settings = new Shape("block.settings");
        schema.path("settings")
                .valueStream()
                .filter(setting -> setting.has("id"))
                .forEach(setting -> settings.with(setting.path("id").asString(), value(setting.path("default"))));
        return settings;
    }

    private static @Nullable Object value(JsonNode standard) {
        return standard.isMissingNode() ? null : JSON.convertValue(standard, Object.class);
    }
}
