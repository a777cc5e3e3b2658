package dev.holdfast.backlog;

import dev.holdfast.backlog.csv.BadInput;
import dev.holdfast.backlog.csv.ReadableFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.toml.TomlMapper;

/** The settings file {@code holdfast.toml}, as it is written; {@link SettingsReading} makes sense of it. */
record SettingsFile(
        @Nullable String asOf,
        @Nullable String timeZone,
        @Nullable Integer handlingDays,
        @Nullable List<String> workingDays,
        @Nullable List<String> holidays,
        @Nullable List<String> locations,
        @Nullable String queueBy,
        @Nullable String olderInventory,
        @Nullable String undecided,
        @Nullable String splitting,
        @Nullable Integer promiseDays,
        @Nullable Map<String, Long> priority,
        @Nullable Policies policy,
        @Nullable List<Offer> offer) {

    private static final long LARGEST_FILE = 1_000_000;

    /** {@code [policy.all]} and {@code [policy.sku."TEE-S"]}. */
    record Policies(@Nullable Sell all, @Nullable Map<String, Sell> sku) {}

    /** {@code sell = "BACKORDER", limit = 20}. */
    record Sell(@Nullable String sell, @Nullable Long limit) {}

    /** {@code [[offer]]}. */
    record Offer(
            @Nullable String id,
            @Nullable List<String> skus,
            @Nullable String tag,
            @Nullable String sellingPlan,
            @Nullable Long cap,
            @Nullable String opens,
            @Nullable String closes,
            @Nullable Dates ships) {}

    /** Exactly one of: on, afterDays, from and until. */
    record Dates(
            @Nullable String on,
            @Nullable Integer afterDays,
            @Nullable String from,
            @Nullable String until) {}

    static ShopSettings read(Path path) {
        String name = path.toString();
        ReadableFile.check(path, name);
        try {
            if (Files.size(path) > LARGEST_FILE) {
                throw new BadInput(
                        name, "is larger than %,d bytes; is this the settings file?".formatted(LARGEST_FILE));
            }
            String text = Files.readString(path);
            TomlMapper mapper = TomlMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();
            SettingsFile file =
                    mapper.readValue(text.startsWith("\uFEFF") ? text.substring(1) : text, SettingsFile.class);
            return new SettingsReading(name).settings(file);
        } catch (UnrecognizedPropertyException e) {
            throw new BadInput(name + ": " + place(e), "is no setting; the settings are in docs/backlog.md", e);
        } catch (DatabindException e) {
            throw new BadInput(name + ": " + place(e), "cannot be read: " + e.getOriginalMessage(), e);
        } catch (JacksonException e) {
            String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            throw new BadInput(name + line, "is no TOML: " + e.getOriginalMessage(), e);
        } catch (CharacterCodingException e) {
            throw new BadInput(name, "is no UTF-8 text", e);
        } catch (IOException e) {
            throw new BadInput(name, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static String place(DatabindException e) {
        var place = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return place.isEmpty() ? "its content" : place.toString();
    }
}
