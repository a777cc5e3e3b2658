package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.state.Attribute;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units to be sold, with everything looked up; the unit price is final but for discounts. */
record Wanted(
        Variant variant, int quantity, @Nullable SellingPlan plan, long unitPriceMinor, List<Attribute> properties) {

    boolean reservesOnFulfillment() {
        return plan != null && plan.reserve() == SellingPlan.Reserve.ON_FULFILLMENT;
    }
}
