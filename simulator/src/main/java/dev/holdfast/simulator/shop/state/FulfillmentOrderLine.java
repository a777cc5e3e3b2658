package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.FulfillmentOrderLineItemId;
import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LineItemId;

/**
 * Units of one order line in a fulfillment order.
 *
 * @param remaining not shipped yet
 * @param commits whether the remaining units are committed at the fulfillment order's location
 */
public record FulfillmentOrderLine(
        FulfillmentOrderLineItemId id,
        LineItemId line,
        InventoryItemId item,
        int total,
        int remaining,
        boolean commits) {

    public FulfillmentOrderLine {
        if (remaining < 0 || remaining > total) {
            throw new IllegalStateException(
                    "Fulfillment order line " + id.number() + ": " + remaining + " of " + total + " remaining");
        }
    }

    public FulfillmentOrderLine with(int newTotal, int newRemaining) {
        return new FulfillmentOrderLine(id, line, item, newTotal, newRemaining, commits);
    }

    /** Units that leave the order: neither shipped nor to be shipped. */
    public FulfillmentOrderLine less(int units) {
        return with(total - units, remaining - units);
    }

    public FulfillmentOrderLine shipped(int units) {
        return with(total, remaining - units);
    }

    public FulfillmentOrderLine as(FulfillmentOrderLineItemId other, int units) {
        return new FulfillmentOrderLine(other, line, item, units, units, commits);
    }
}
