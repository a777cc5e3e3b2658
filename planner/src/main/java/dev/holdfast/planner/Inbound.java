package dev.holdfast.planner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of an expected delivery.
 *
 * @param offer the offer it is dedicated to, or null when anybody may have it
 * @param quantity units still expected
 * @param expectedOn null when nobody knows
 */
public record Inbound(
        InboundId id,
        VariantId variant,
        LocationId location,
        @Nullable OfferId offer,
        long quantity,
        @Nullable LocalDate expectedOn) {

    public Inbound {
        if (quantity < 0) {
            throw new IllegalArgumentException("%s cannot expect %d units".formatted(id, quantity));
        }
    }

    Inbound withQuantity(long units) {
        return new Inbound(id, variant, location, offer, units, expectedOn);
    }

    Inbound withExpectedOn(@Nullable LocalDate date) {
        return new Inbound(id, variant, location, offer, quantity, date);
    }

    Inbound general() {
        return new Inbound(id, variant, location, null, quantity, expectedOn);
    }
}
