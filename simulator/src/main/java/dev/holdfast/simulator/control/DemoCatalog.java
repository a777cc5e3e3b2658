package dev.holdfast.simulator.control;

import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.Customers.NewCustomer;
import dev.holdfast.simulator.shop.PlanInputs;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.ProductId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.SellingPlan.BalanceTrigger;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Fills an empty shop with toys, buyers and two pre-order plans; the same seed gives the same shop. */
public final class DemoCatalog {

    private static final String[] TOYS = {
        "Wooden Train",
        "Kite",
        "Marble Run",
        "Puppet Theatre",
        "Spinning Top",
        "Doll House",
        "Rocking Horse",
        "Building Blocks",
        "Toy Piano",
        "Sailing Boat",
        "Jigsaw of the World",
        "Stilts"
    };
    private static final String[] KINDS = {"Small", "Large", "Deluxe"};
    private static final String[] FIRST = {"Ada", "Bela", "Cleo", "Dara", "Emil", "Fee", "Gil", "Hana"};
    private static final String[] LAST = {"Amber", "Birch", "Cedar", "Dove", "Elm", "Fern", "Gale", "Heath"};

    private DemoCatalog() {}

    /** Twelve products of one to three variants; every third is scarce, the last two are sold ahead. */
    public static void fill(Shop shop, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LocationId location =
                shop.locations().all().all().findFirst().orElseThrow().id();
        List<ProductId> ahead = new ArrayList<>();
        for (int at = 0; at < TOYS.length; at++) {
            boolean soldAhead = at >= TOYS.length - 2;
            Product product = shop.catalog().create(product(at, soldAhead, location, random));
            if (soldAhead) {
                ahead.add(product.id());
            }
        }
        PlanInputs.Plan plan = PlanInputs.Plan.preOrder(
                "Pre-order",
                PlanInputs.FixedBilling.inFull(),
                PlanInputs.FixedDelivery.unknown(),
                Reserve.ON_FULFILLMENT);
        PlanInputs.Plan deposit = PlanInputs.Plan.preOrder(
                "Pre-order with a deposit of 20 %",
                new PlanInputs.FixedBilling(PlanInputs.Charge.percent(20), BalanceTrigger.ON_FULFILLMENT, null, null),
                PlanInputs.FixedDelivery.unknown(),
                Reserve.ON_FULFILLMENT);
        shop.sellingPlans()
                .create(Caller.STAFF, PlanInputs.Group.of("Pre-order", plan, deposit), ahead, List.of())
                .value();
        for (int at = 0; at < FIRST.length; at++) {
            String email = (FIRST[at] + "." + LAST[at] + "@example.com").toLowerCase(java.util.Locale.ROOT);
            shop.customers().create(NewCustomer.named(FIRST[at], LAST[at], email));
        }
    }

    private static NewProduct product(int at, boolean soldAhead, LocationId location, SplittableRandom random) {
        int variants = 1 + random.nextInt(KINDS.length);
        NewVariant[] all = new NewVariant[variants];
        for (int which = 0; which < variants; which++) {
            int stock = soldAhead ? 0 : at % 3 == 2 ? 3 + random.nextInt(5) : 50 + random.nextInt(200);
            all[which] = new NewVariant(
                    KINDS[which],
                    "TOY-" + (at + 1) + "-" + KINDS[which].charAt(0),
                    500 + 100L * random.nextInt(95),
                    soldAhead ? InventoryPolicy.CONTINUE : InventoryPolicy.DENY,
                    true,
                    Map.of(location, stock));
        }
        return NewProduct.of(TOYS[at], all);
    }
}
