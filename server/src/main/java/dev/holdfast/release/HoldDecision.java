package dev.holdfast.release;

import dev.holdfast.order.OpenOrders.SoldAhead;
import java.util.Optional;

/** Which fulfillment orders are to be held, as long as nothing plans their stock: those with something sold ahead. */
final class HoldDecision {
    private HoldDecision() {}

    /** A hold to place; the handle is unique for the fulfillment order, so a second one is refused by Shopify. */
    record Hold(String handle, String reason) {}

    /** Empty when it need not be held: Shopify or somebody else holds it, or it is under way. */
    static Optional<Hold> of(SoldAhead of) {
        boolean wanted = !of.held() && of.status().equals("OPEN");
        return wanted ? Optional.of(new Hold("holdfast-" + of.id(), "UNKNOWN_DELIVERY_DATE")) : Optional.empty();
    }
}
