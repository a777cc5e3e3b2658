package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.PlanInputs.FixedBilling;
import dev.holdfast.simulator.shop.PlanInputs.FixedDelivery;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.SellingPlan.BalanceTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.DeliveryTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.util.EnumSet;
import java.util.SplittableRandom;

/** Switches and selling plans chosen by a seed. */
final class RandomTerms {

    private RandomTerms() {}

    static Switches switches(SplittableRandom random) {
        EnumSet<Switch> on = EnumSet.noneOf(Switch.class);
        for (Switch each : Switch.values()) {
            if (random.nextBoolean()) {
                on.add(each);
            }
        }
        return new Switches(on, Duration.ofSeconds(random.nextInt(20)), Duration.ofSeconds(random.nextInt(20)));
    }

    static SellingPlanId plan(SplittableRandom random, Shops shops, Variant variant) {
        FixedBilling billing = random.nextBoolean()
                ? FixedBilling.inFull()
                : new FixedBilling(PlanInputs.Charge.percent(20), BalanceTrigger.ON_FULFILLMENT, null, null);
        FixedDelivery delivery = random.nextBoolean()
                ? FixedDelivery.unknown()
                : new FixedDelivery(DeliveryTrigger.EXACT_TIME, Shops.START.plusSeconds(random.nextInt(5000)));
        return shops.plan(variant, billing, delivery, random.nextBoolean() ? Reserve.ON_SALE : Reserve.ON_FULFILLMENT);
    }
}
