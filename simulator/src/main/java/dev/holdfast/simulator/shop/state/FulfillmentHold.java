package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.AppId;
import dev.holdfast.simulator.shop.state.Id.FulfillmentHoldId;
import org.jspecify.annotations.Nullable;

/**
 * A reason not to ship a fulfillment order.
 *
 * @param app null when Shopify itself holds it
 */
public record FulfillmentHold(
        FulfillmentHoldId id,
        Reason reason,
        @Nullable String reasonNotes,
        String handle,
        @Nullable String externalId,
        @Nullable AppId app) {

    /** As {@code FulfillmentHoldReason}. */
    public enum Reason {
        AWAITING_PAYMENT("Awaiting payment"),
        AWAITING_RETURN_ITEMS("Exchange items awaiting return delivery"),
        HIGH_RISK_OF_FRAUD("High risk of fraud"),
        INCORRECT_ADDRESS("Incorrect address"),
        INVENTORY_OUT_OF_STOCK("Inventory out of stock"),
        ONLINE_STORE_POST_PURCHASE_CROSS_SELL("Pending upsell offer"),
        OTHER("Other"),
        UNKNOWN_DELIVERY_DATE("Unknown delivery date");

        private final String display;

        Reason(String display) {
            this.display = display;
        }

        public String display() {
            return display;
        }
    }

    public FulfillmentHold withId(FulfillmentHoldId other) {
        return new FulfillmentHold(other, reason, reasonNotes, handle, externalId, app);
    }
}
