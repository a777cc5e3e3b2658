package dev.holdfast.simulator.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business "no" as Shopify says it.
 *
 * @param field the path to the argument; null when Shopify names none
 * @param code the value of the mutation's error enum; null when Shopify gives none
 */
public record UserError(
        @Nullable List<String> field,
        String message,
        @Nullable String code) {

    public UserError {
        field = field == null ? null : List.copyOf(field);
    }

    /** The path as text with dots, such as {@code input.changes.0.delta}. */
    static UserError at(String path, String message, @Nullable String code) {
        return new UserError(List.of(path.split("\\.")), message, code);
    }

    static UserError of(String message, @Nullable String code) {
        return new UserError(null, message, code);
    }
}
