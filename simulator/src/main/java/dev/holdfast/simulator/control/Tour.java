package dev.holdfast.simulator.control;

import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.Catalog.ProductChange;
import dev.holdfast.simulator.shop.Customers.NewCustomer;
import dev.holdfast.simulator.shop.DeliveryProfiles;
import dev.holdfast.simulator.shop.PlanInputs;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.VariantUpdates;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Customer;
import dev.holdfast.simulator.shop.state.DeliveryProfile;
import dev.holdfast.simulator.shop.state.Gid;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.SellingPlan;
import dev.holdfast.simulator.shop.state.SellingPlanGroup;
import dev.holdfast.simulator.shop.state.Variant;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Does everything that becomes a webhook at least once, so that an app's author sees each body, and tests do. It needs a
 * clock that stands still and moves it by some days; what it made is left behind.
 */
public final class Tour {

    private final Shop shop;
    private final Clocks clocks;

    private Tour(Shop shop, Clocks clocks) {
        this.shop = shop;
        this.clocks = clocks;
    }

    public static void run(Shop shop, Clocks clocks) throws InterruptedException {
        new Tour(shop, clocks).run();
    }

    private void run() throws InterruptedException {
        LocationId home = shop.locations().all().all().findFirst().orElseThrow().id();
        LocationId spare = spareLocation();
        Variant variant = product(home, spare);
        Customer customer = shop.customers().create(NewCustomer.named("Tilda", "Tour", "tilda@example.com"));
        shop.tags()
                .add(new Gid("Customer", customer.id().number()), List.of("toured"))
                .value();
        SellingPlanGroup group = plans(variant);
        new OrderTour(shop, clocks, variant, customer)
                .run(spare, group.plans().getFirst().id());
        new StockTour(shop, variant, second(home)).run(home);
        shop.locations().deactivate(spare, home).value();
        shop.locations().activate(spare).value();
        shop.locations().deactivate(spare, home).value();
        shop.locations().delete(spare).value();
        shop.catalog().delete(variant.product()).value();
        clocks.advance(shop.clock(), Duration.ofMinutes(1));
    }

    private LocationId spareLocation() {
        Location spare = shop.locations()
                .add("Spare room", Address.inCountry(shop.settings().country()), true)
                .value();
        shop.locations().edit(spare.id(), "Attic", null).value();
        DeliveryProfile profile =
                shop.deliveryProfiles().all().all().findFirst().orElseThrow();
        DeliveryProfile.Group group = profile.groups().getFirst();
        List<LocationId> missing = group.locations().contains(spare.id()) ? List.of() : List.of(spare.id());
        shop.deliveryProfiles()
                .update(
                        profile.id(),
                        DeliveryProfiles.Change.update(new DeliveryProfiles.GroupChange(
                                group.id(), missing, List.of(), group.rateMinor() + 1)))
                .value();
        return spare.id();
    }

    private Variant product(LocationId home, LocationId spare) {
        NewVariant wanted = new NewVariant("Toured", "TOUR-1", 2500, InventoryPolicy.DENY, true, Map.of(home, 40));
        Product product = shop.catalog().create(NewProduct.of("Toured", wanted));
        shop.catalog()
                .update(product.id(), new ProductChange("Toured twice", null, null, List.of("tour")))
                .value();
        Variant variant = shop.catalog().variantsOf(product).getFirst();
        shop.variantUpdates()
                .update(product.id(), List.of(VariantUpdates.Change.price(variant.id(), 2600)), false)
                .value();
        shop.variantUpdates()
                .update(
                        product.id(),
                        List.of(new VariantUpdates.Change(
                                variant.id(), null, null, null, "TOUR-2", null, null, List.of(), false)),
                        false)
                .value();
        shop.staff().count(variant.item(), home, QuantityName.AVAILABLE, 0);
        shop.staff().count(variant.item(), home, QuantityName.AVAILABLE, 40);
        shop.inventory().activate(variant.item(), spare, 5, null).value();
        shop.inventory().deactivate(variant.item(), spare).value();
        shop.inventory().activate(variant.item(), spare, 5, null).value();
        return variant;
    }

    /** Something else to put on a transfer; it stays in the shop. */
    private Variant second(LocationId home) {
        NewVariant wanted = new NewVariant("Beside", "TOUR-3", 900, InventoryPolicy.DENY, true, Map.of(home, 1));
        return shop.catalog()
                .variantsOf(shop.catalog().create(NewProduct.of("Beside", wanted)))
                .getFirst();
    }

    /** A deposit now and the rest in a day, delivery in two; and a group that goes again at once. */
    private SellingPlanGroup plans(Variant variant) {
        PlanInputs.Plan plan = PlanInputs.Plan.preOrder(
                "Deposit",
                new PlanInputs.FixedBilling(
                        PlanInputs.Charge.percent(20),
                        SellingPlan.BalanceTrigger.EXACT_TIME,
                        shop.clock().now().plus(Duration.ofDays(1)),
                        null),
                new PlanInputs.FixedDelivery(
                        SellingPlan.DeliveryTrigger.EXACT_TIME,
                        shop.clock().now().plus(Duration.ofDays(2))),
                SellingPlan.Reserve.ON_SALE);
        SellingPlanGroup group = shop.sellingPlans()
                .create(Caller.STAFF, PlanInputs.Group.of("Tour", plan), List.of(variant.product()), List.of())
                .value();
        SellingPlanGroup gone = shop.sellingPlans()
                .create(Caller.STAFF, PlanInputs.Group.of("Gone", plan), List.of(), List.of())
                .value();
        shop.sellingPlans().addVariants(gone.id(), List.of(variant.id())).value();
        shop.sellingPlans().delete(gone.id()).value();
        return group;
    }
}
