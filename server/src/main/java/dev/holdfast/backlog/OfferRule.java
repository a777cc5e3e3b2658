package dev.holdfast.backlog;

import dev.holdfast.planner.Ships;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pre-order offer of the settings file, and how its lines are known.
 *
 * @param skus SKUs, or the plan's own names of variants
 * @param tag orders with this tag bought under the offer, or null
 * @param sellingPlan orders that name this selling plan did, or null; with neither, every order within the window did
 */
record OfferRule(
        String id,
        List<String> skus,
        @Nullable String tag,
        @Nullable String sellingPlan,
        @Nullable Long cap,
        @Nullable Instant opens,
        @Nullable Instant closes,
        @Nullable Ships ships) {

    OfferRule {
        skus = List.copyOf(skus);
    }

    /** Whether an order's lines of the offer's variants were bought under it. */
    boolean covers(OrderHead order) {
        if (tag != null || sellingPlan != null) {
            return (tag != null && order.isTagged(tag)) || (sellingPlan != null && order.names(sellingPlan));
        }
        return (opens == null || !order.placedAt().isBefore(opens))
                && (closes == null || order.placedAt().isBefore(closes));
    }
}
