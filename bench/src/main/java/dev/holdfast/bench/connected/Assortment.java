package dev.holdfast.bench.connected;

import dev.holdfast.simulator.control.Shoppers;
import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.PlanInputs;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.ProductId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Products that never sell out, with ten variants each; one product in {@value #ONE_AHEAD_IN} is sold by a pre-order plan.
 */
public record Assortment(int products) {
    private static final int VARIANTS = 10;
    private static final int ONE_AHEAD_IN = 20;
    private static final int STOCK = 1_000_000;
    private static final int AT_ONCE = 32;
    private static final Duration ROUTED = Duration.ofMinutes(1);

    public int variants() {
        return products * VARIANTS;
    }

    /** Fills an empty shop. */
    public void fill(Shop shop) {
        LocationId location =
                shop.locations().all().all().findFirst().orElseThrow().id();
        List<ProductId> ahead = new ArrayList<>();
        for (int at = 0; at < products; at++) {
            boolean soldAhead = at % ONE_AHEAD_IN == 0;
            var variants = new NewVariant[VARIANTS];
            for (int which = 0; which < VARIANTS; which++) {
                variants[which] = new NewVariant(
                        "Kind " + which,
                        "TOY-" + at + "-" + which,
                        1000 + at % 5000,
                        soldAhead ? InventoryPolicy.CONTINUE : InventoryPolicy.DENY,
                        true,
                        Map.of(location, soldAhead ? 0 : STOCK));
            }
            var product = shop.catalog().create(NewProduct.of("Toy " + at, variants));
            if (soldAhead) {
                ahead.add(product.id());
            }
        }
        var plan = PlanInputs.Plan.preOrder(
                "Pre-order",
                PlanInputs.FixedBilling.inFull(),
                PlanInputs.FixedDelivery.unknown(),
                Reserve.ON_FULFILLMENT);
        shop.sellingPlans()
                .create(Caller.STAFF, PlanInputs.Group.of("Pre-order", plan), ahead, List.of())
                .value();
    }

    /** So many orders of one to three lines, routed. */
    public static void sell(ConnectedShop connected, int orders, long seed) throws InterruptedException {
        var sold = new Shoppers(connected.shop(), seed).run(orders, AT_ONCE);
        if (sold.orders() != orders) {
            throw new IllegalStateException("Only " + sold + " of " + orders + " orders were placed");
        }
        connected.simulator().clocks().advance(connected.shop().clock(), ROUTED);
    }
}
