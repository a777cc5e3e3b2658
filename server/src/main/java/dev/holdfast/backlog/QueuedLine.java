package dev.holdfast.backlog;

import dev.holdfast.planner.OfferId;
import org.jspecify.annotations.Nullable;

/**
 * A line item with open units.
 *
 * @param number its place in the order, from 1
 * @param least open units at least
 * @param most open units at most; the same as {@code least} where the export is certain
 * @param why the two differ; empty where they do not
 * @param file where it was read
 * @param row the physical line it was read on
 */
record QueuedLine(
        PlacedOrder order,
        int number,
        Variant variant,
        long least,
        long most,
        String why,
        @Nullable OfferId offer,
        String file,
        long row) {

    boolean isCertain() {
        return least == most;
    }

    QueuedLine with(long units) {
        return new QueuedLine(order, number, variant, units, units, "", offer, file, row);
    }
}
