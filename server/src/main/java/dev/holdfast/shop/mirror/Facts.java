package dev.holdfast.shop.mirror;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A thing as a person would compare it with another copy.
 *
 * @param label such as {@code order #1001}
 * @param updatedAt when it changed in Shopify, as that copy knows
 * @param readAt when that copy was read
 */
public record Facts(String label, Instant updatedAt, Instant readAt, SortedMap<String, String> values) {
    public Facts {
        values = new TreeMap<>(values);
    }
}
