package dev.holdfast.simulator.window.theme;

import dev.holdfast.simulator.window.liquid.LiquidFailure;
import dev.holdfast.simulator.window.liquid.Look;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A theme app extension as Shopify's CLI lays it out: {@code shopify.extension.toml}, {@code blocks/*.liquid},
 * {@code assets}, {@code locales}. Read once, when the simulator starts.
 */
public final class ThemeExtension {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DEFAULT = ".default.json";

    private final List<AppBlock> blocks;
    private final Map<String, byte[]> assets;
    private final Map<String, JsonNode> locales;
    private final String defaultLocale;

    private ThemeExtension(
            List<AppBlock> blocks, Map<String, byte[]> assets, Map<String, JsonNode> locales, String defaultLocale) {
        this.blocks = List.copyOf(blocks);
        this.assets = Map.copyOf(assets);
        this.locales = Map.copyOf(locales);
        this.defaultLocale = defaultLocale;
    }

    /** Throws {@link IllegalArgumentException} naming the folder, or the file in it, that is not as it should be. */
    public static ThemeExtension read(Path folder) {
        if (!Files.isRegularFile(folder.resolve("shopify.extension.toml"))) {
            throw new IllegalArgumentException(folder + " is no theme app extension: it has no shopify.extension.toml");
        }
        try {
            List<AppBlock> blocks = new ArrayList<>();
            for (Path file : files(folder.resolve("blocks"), ".liquid")) {
                blocks.add(AppBlock.read(file));
            }
            if (blocks.isEmpty()) {
                throw new IllegalArgumentException(folder + " has no blocks/*.liquid");
            }
            Map<String, byte[]> assets = new LinkedHashMap<>();
            for (Path file : files(folder.resolve("assets"), "")) {
                assets.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            Map<String, JsonNode> locales = new LinkedHashMap<>();
            String defaultLocale = "en";
            for (Path file : files(folder.resolve("locales"), ".json")) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".schema.json")) {
                    defaultLocale = name.endsWith(DEFAULT) ? name.replace(DEFAULT, "") : defaultLocale;
                    locales.put(name.replaceAll("(\\.default)?\\.json$", ""), json(file));
                }
            }
            return new ThemeExtension(blocks, assets, locales, defaultLocale);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    /** The app blocks of a template such as {@code product} or {@code customers/order}, by file name. */
    public List<AppBlock> blocks(String template) {
        return blocks.stream().filter(block -> block.isOn(template)).toList();
    }

    /** The bytes of a file of the folder {@code assets}. */
    public Optional<byte[]> asset(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    /** The translations of a language, or else those of the default one, key by key. */
    public Look.Words words(String language) {
        return key -> find(language, key)
                .or(() -> find(defaultLocale, key))
                .orElseThrow(
                        () -> new LiquidFailure("no translation " + key + " in locales/" + defaultLocale + DEFAULT));
    }

    private Optional<String> find(String language, String key) {
        JsonNode at = locales.get(language);
        for (String part : key.split("\\.", -1)) {
            at = at == null ? null : at.get(part);
        }
        return at != null && at.isString() ? Optional.of(at.asString()) : Optional.empty();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
