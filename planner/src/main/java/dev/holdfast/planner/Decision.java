package dev.holdfast.planner;

import org.jspecify.annotations.Nullable;

/** The answer to an order, or to the raise of a line. */
public sealed interface Decision {

    OrderId order();

    /** For a raise the line raised; for an order the line that did not fit; null for an accepted order. */
    @Nullable
    LineId line();

    /** It is in the queue now. */
    record Accepted(OrderId order, @Nullable LineId line) implements Decision {}

    /** Nothing of it was taken. */
    record Refused(OrderId order, LineId line, Refusal reason) implements Decision {}

    /** Why there was no room; the first that applies is named. */
    enum Refusal {
        OFFER_CLOSED,
        PER_ORDER,
        PER_CUSTOMER,
        CAP_REACHED,
        OUT_OF_STOCK
    }
}
