package dev.holdfast.supply;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Shopify tells apart of the units at a location; {@code on_hand} is the sum of all but {@code incoming}. */
enum State {
    AVAILABLE,
    ON_HAND,
    COMMITTED,
    RESERVED,
    INCOMING,
    DAMAGED,
    QUALITY_CONTROL,
    SAFETY_STOCK;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a state that Shopify has added since. */
    static Optional<State> of(String name) {
        return Arrays.stream(values())
                .filter(state -> state.column().equals(name))
                .findFirst();
    }
}
