package dev.holdfast.planner;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a variant for a new order, after everyone already waiting.
 *
 * @param available stock left less waiting units; may be negative
 * @param sellable units an order without an offer may take now, or null for no limit
 * @param ladder general supply left by effective date, dateless last, empty rungs left out
 */
public record Availability(
        VariantId variant, long available, @Nullable Long sellable, List<Rung> ladder) {

    /** So many units from that date; a null date is unknown. */
    public record Rung(@Nullable LocalDate from, long quantity) {}
}
