package dev.holdfast.planner;

import org.jspecify.annotations.Nullable;

/**
 * Something that needs a person.
 *
 * @param line null where it is about no line
 * @param quantity units
 * @param detail what happened and the ways out, in words
 */
public record Incident(
        Kind kind, VariantId variant, @Nullable LineId line, long quantity, String detail) {

    /** What kind of something. */
    public enum Kind {
        /** Sold past a policy, a window or a cap. */
        OVERSOLD,
        /** Firm units whose stock is gone. */
        SHORT,
        /** More arrived than was expected. */
        OVER_RECEIPT
    }
}
