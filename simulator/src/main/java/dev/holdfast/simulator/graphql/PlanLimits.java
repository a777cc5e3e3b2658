package dev.holdfast.simulator.graphql;

import dev.holdfast.simulator.shop.Plan;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;

/**
 * The point budget of an app on a shop.
 *
 * @param restoreRate points a second
 * @param maximumAvailable points in a full bucket
 */
public record PlanLimits(int restoreRate, int maximumAvailable) {
    /** The most points one query may ask for, on every plan. */
    public static final int MAX_QUERY_COST = 1000;

    /** Shopify for enterprise; no shop's plan here. */
    public static final PlanLimits ENTERPRISE = new PlanLimits(2000, 40_000);

    /** Bucket sizes were seen for the first and last of these: twenty seconds' worth; the others follow them, or not. */
    public static PlanLimits of(Plan plan, Switches switches) {
        int rate = switch (plan) {
            case BASIC, GROW -> 100;
            case ADVANCED -> 200;
            case PLUS -> 1000;
        };
        return new PlanLimits(rate, (switches.isOn(Switch.BUCKETS_HOLD_TWENTY_SECONDS) ? 20 : 10) * rate);
    }

    public PlanLimits {
        if (restoreRate < 1 || maximumAvailable < MAX_QUERY_COST) {
            throw new IllegalArgumentException(
                    "A budget restores at least 1 point a second and holds at least " + MAX_QUERY_COST);
        }
    }
}
