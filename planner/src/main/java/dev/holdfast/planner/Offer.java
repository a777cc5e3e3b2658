package dev.holdfast.planner;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pre-order offer: which variants it sells ahead, when, how many, and when they ship.
 *
 * @param cap the most units of all its variants it may sell, or null for no cap
 * @param perCustomer the most units one customer may have, or null
 * @param perOrder the most units one order may have, or null
 * @param opens the first instant at which it sells, or null when it always has
 * @param closes the first instant at which it sells no more, or null when it never stops
 * @param shipped units sold under it that left before these facts were taken: they still count towards the cap
 */
public record Offer(
        OfferId id,
        Set<VariantId> variants,
        @Nullable Long cap,
        @Nullable Long perCustomer,
        @Nullable Long perOrder,
        @Nullable Instant opens,
        @Nullable Instant closes,
        long shipped,
        @Nullable Ships ships) {

    public Offer {
        variants = Set.copyOf(variants);
        if (shipped < 0) {
            throw new IllegalArgumentException("%s cannot have shipped %d units".formatted(id, shipped));
        }
    }

    /** Whether it sells at that instant. */
    public boolean isOpenAt(Instant instant) {
        return (opens == null || !instant.isBefore(opens)) && (closes == null || instant.isBefore(closes));
    }

    Offer withShipped(long units) {
        return new Offer(id, variants, cap, perCustomer, perOrder, opens, closes, units, ships);
    }
}
