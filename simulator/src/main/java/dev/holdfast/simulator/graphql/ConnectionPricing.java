package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;

/**
 * How the size of a connection enters the cost of a query. Shopify's documentation says only that it does.
 *
 * <p>{@code LOGARITHMIC} is what Shopify's staff described in the developer community in 2025, and agrees with a
 * measured response (250 variants with their inventory items: 25 points); {@code LINEAR} is what older pages describe.
 */
enum ConnectionPricing {
    /** 2 + the children's cost times floor(2 ln(max(2, size))). */
    LOGARITHMIC,
    /** 2 + the children's cost times the size. */
    LINEAR;

    static ConnectionPricing of(Switches switches) {
        return switches.isOn(Switch.CONNECTIONS_COST_BY_LOGARITHM) ? LOGARITHMIC : LINEAR;
    }

    int times(int size) {
        return size == 0 ? 0 : this == LINEAR ? size : (int) Math.floor(2 * Math.log(Math.max(2, size)));
    }
}
