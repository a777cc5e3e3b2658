package dev.holdfast.simulator.window;

import dev.holdfast.simulator.ShopFixture;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.PlanInputs;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.SellingPlan.BalanceTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.shop.state.Variant;
import java.util.List;
import java.util.Map;

/** A shop with a kite that is in stock and a train that is sold ahead with a deposit, and somebody who buys. */
final class WindowFixture implements AutoCloseable {

    final ShopFixture fixture = new ShopFixture(SimulatorSettings.usual());
    final Shop shop = fixture.shop;
    final Buyer buyer = new Buyer(fixture.caller);

    /** One product of one variant called Small. */
    Variant product(String title, int stock, InventoryPolicy policy) {
        Product product = shop.catalog()
                .create(NewProduct.of(
                        title,
                        new NewVariant(
                                "Small",
                                "SKU",
                                2000,
                                policy,
                                true,
                                Map.of(fixture.location().id(), stock))));
        return shop.catalog().variantsOf(product).getFirst();
    }

    Variant kite(int stock) {
        return product("Kite", stock, InventoryPolicy.DENY);
    }

    Variant train() {
        return product("Train", 0, InventoryPolicy.CONTINUE);
    }

    /** A fifth now, the rest when it is shipped, at a date nobody knows. */
    SellingPlanId deposit(String name, Variant variant) {
        PlanInputs.Plan plan = PlanInputs.Plan.preOrder(
                name,
                new PlanInputs.FixedBilling(PlanInputs.Charge.percent(20), BalanceTrigger.ON_FULFILLMENT, null, null),
                PlanInputs.FixedDelivery.unknown(),
                Reserve.ON_SALE);
        return shop.sellingPlans()
                .create(Caller.STAFF, PlanInputs.Group.of(name, plan), List.of(variant.product()), List.of())
                .value()
                .plans()
                .getFirst()
                .id();
    }

    List<Order> orders() {
        return shop.orders().all().all().toList();
    }

    @Override
    public void close() {
        fixture.close();
    }
}
