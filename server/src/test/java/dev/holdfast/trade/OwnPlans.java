package dev.holdfast.trade;

import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.PlanInputs;
import dev.holdfast.simulator.shop.state.Id.AppId;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import java.util.List;

/** Groups of selling plans that are Holdfast's own in the simulated shop, which shows an app no others. */
final class OwnPlans {
    private OwnPlans() {}

    static SellingPlanGroup create(TradingShop trading, String name) {
        var plan = PlanInputs.Plan.preOrder(
                name, PlanInputs.FixedBilling.inFull(), PlanInputs.FixedDelivery.unknown(), Reserve.ON_FULFILLMENT);
        return trading.shop
                .sellingPlans()
                .create(app(trading), PlanInputs.Group.of(name, plan), List.of(), List.of())
                .value();
    }

    static List<SellingPlan> of(TradingShop trading) {
        return trading.shop
                .sellingPlans()
                .groups()
                .all()
                .filter(group -> group.owner().equals(app(trading).app()))
                .map(group -> group.plans().getFirst())
                .toList();
    }

    private static Caller app(TradingShop trading) {
        return new Caller(new AppId(trading.app.settings().id()), ApiVersion.V2026_07);
    }
}
