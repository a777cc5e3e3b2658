package dev.holdfast.shopify;

import java.util.List;
import java.util.Optional;

/** A reason Shopify gives for not carrying out a mutation: a business no, not a fault. */
public record UserError(Optional<String> code, List<String> field, String message) {
    public UserError {
        field = List.copyOf(field);
    }

    @Override
    public String toString() {
        var where = field.isEmpty() ? "" : " (" + String.join(".", field) + ")";
        return code.map(known -> known + ": ").orElse("") + message + where;
    }
}
