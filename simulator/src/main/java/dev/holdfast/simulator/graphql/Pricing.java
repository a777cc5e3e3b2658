package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;

/**
 * What points are asked for where Shopify's documentation leaves it open. It says that an object is 1 point, a scalar 0, a
 * mutation 10, and that the size of a connection counts.
 *
 * @param logarithm the size of a connection counts by its logarithm: what Shopify's staff described in the developer
 *     community in 2025, and agrees with a measured response (250 variants with their inventory items: 25 points); else by
 *     itself, as older pages have it
 * @param freeValues amounts, addresses and the like cost nothing themselves, as the same staff described; else they are
 *     objects like others
 * @param mutationAnswers what a mutation returns is paid beside its 10 points; answers that were seen had 10 alone
 * @param nodesById {@code nodes} is paid for each id; else once
 */
record Pricing(boolean logarithm, boolean freeValues, boolean mutationAnswers, boolean nodesById) {

    static Pricing of(Switches switches) {
        return new Pricing(
                switches.isOn(Switch.CONNECTIONS_COST_BY_LOGARITHM),
                switches.isOn(Switch.VALUE_OBJECTS_COST_NOTHING),
                switches.isOn(Switch.MUTATIONS_COST_WHAT_THEY_RETURN),
                switches.isOn(Switch.NODES_COST_BY_ID));
    }

    /** How often is paid for so many ids. */
    int nodes(int ids) {
        return nodesById ? ids : 1;
    }

    /** How often a page of this size pays for what is in it: floor(2 ln(max(2, size))), or the size. */
    int times(int size) {
        return size == 0 ? 0 : logarithm ? (int) Math.floor(2 * Math.log(Math.max(2, size))) : size;
    }
}
