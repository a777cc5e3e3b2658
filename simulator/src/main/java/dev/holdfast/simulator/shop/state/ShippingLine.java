package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.ShippingLineId;

/** A shipping charge. */
public record ShippingLine(ShippingLineId id, String title, long priceMinor, long refundedMinor) {

    public long currentMinor() {
        return priceMinor - refundedMinor;
    }
}
