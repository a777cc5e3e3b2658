package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.event.ShopEvent;
import dev.holdfast.simulator.shop.event.Topic;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.FulfillmentOrder;
import dev.holdfast.simulator.shop.state.Id.AppId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.SellingPlanId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Level;
import dev.holdfast.simulator.shop.state.Order;
import dev.holdfast.simulator.shop.state.Quantities;
import dev.holdfast.simulator.shop.state.QuantityName;
import dev.holdfast.simulator.shop.state.SellingPlan.Reserve;
import dev.holdfast.simulator.shop.state.Variant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** A shop for a test, and short words for what tests do with it. */
final class Shops {

    static final Instant START = Instant.parse("2026-11-02T09:30:00Z");
    static final Caller APP = new Caller(new AppId(7001), ApiVersion.V2026_07);
    static final Caller OTHER_APP = new Caller(new AppId(7002), ApiVersion.V2026_07);

    final Shop shop;
    final LocationId here;

    private Shops(Shop shop) {
        this.shop = shop;
        this.here = shop.locations().all().all().findFirst().orElseThrow().id();
    }

    static Shops open() {
        return open(Switches.usual());
    }

    static Shops open(Switches switches) {
        return open(switches, 7);
    }

    static Shops open(Switches switches, long seed) {
        return new Shops(Shop.open(
                ShopSettings.of("toys.myshopify.com", seed).withPlan(Plan.PLUS),
                switches,
                SimulatedClock.stoppedAt(START)));
    }

    /** A shop that sells in euros and, at this rate, in another currency. */
    static Shops sellingIn(Currency other, String rate) {
        ShopSettings settings = ShopSettings.of("toys.myshopify.com", 1)
                .withCurrencies(Currency.getInstance("EUR"), Map.of(other, new BigDecimal(rate)));
        return new Shops(Shop.open(settings, Switches.usual(), SimulatedClock.stoppedAt(START)));
    }

    static Shops onPlan(Plan plan) {
        return new Shops(Shop.open(
                ShopSettings.of("small.myshopify.com", 7).withPlan(plan),
                Switches.usual(),
                SimulatedClock.stoppedAt(START)));
    }

    static Shops with(Switch which, boolean isOn) {
        return open(Switches.usual().with(which, isOn));
    }

    Variant variant(InventoryPolicy policy, int available) {
        return variant(policy, Map.of(here, available));
    }

    Variant variant(InventoryPolicy policy, Map<LocationId, Integer> stock) {
        NewVariant wanted = new NewVariant("Default", "SKU-1", 1000, policy, true, stock);
        return shop.catalog()
                .variantsOf(shop.catalog().create(NewProduct.of("Robot", wanted)))
                .getFirst();
    }

    /** A second location in the first one's delivery group, after it in routing. */
    LocationId secondLocation(String name) {
        LocationId id = shop.locations()
                .add(name, Address.inCountry("IE"), true)
                .value()
                .id();
        var profile = shop.deliveryProfiles().all().all().findFirst().orElseThrow();
        var change =
                new DeliveryProfiles.GroupChange(profile.groups().getFirst().id(), List.of(id), List.of(), null);
        shop.deliveryProfiles()
                .update(profile.id(), DeliveryProfiles.Change.update(change))
                .value();
        return id;
    }

    /** A pre-order plan of the variant. */
    SellingPlanId plan(
            Variant of, PlanInputs.FixedBilling billing, PlanInputs.FixedDelivery delivery, Reserve reserve) {
        var input = PlanInputs.Group.of("Pre-order", PlanInputs.Plan.preOrder("Later", billing, delivery, reserve));
        return shop.sellingPlans()
                .create(APP, input, List.of(), List.of(of.id()))
                .value()
                .plans()
                .getFirst()
                .id();
    }

    Order buy(Variant variant, int quantity) {
        return buy(Cart.of(Cart.Line.of(variant.id(), quantity)));
    }

    /** Places the order and waits until it is routed. */
    Order buy(Cart cart) {
        CheckoutResult result = shop.checkouts().place(cart);
        if (!(result instanceof CheckoutResult.Placed(Order order))) {
            throw new AssertionError("Not sold: " + result);
        }
        pass(shop.switches().routing());
        return now(order);
    }

    Order now(Order order) {
        return shop.orders().all().find(order.id()).orElseThrow();
    }

    FulfillmentOrder onlyFulfillmentOrder(Order order) {
        List<FulfillmentOrder> all = shop.fulfillmentOrders().ofOrder(order.id());
        if (all.size() != 1) {
            throw new AssertionError("Not one fulfillment order: " + all);
        }
        return all.getFirst();
    }

    FulfillmentOrder now(FulfillmentOrder of) {
        return shop.fulfillmentOrders().find(of.id()).orElseThrow();
    }

    Quantities stock(Variant variant) {
        return stock(variant, here);
    }

    Quantities stock(Variant variant, LocationId at) {
        return shop.inventory()
                .levels()
                .find(variant.item(), at)
                .map(Level::quantities)
                .orElse(Quantities.NONE);
    }

    void pass(Duration time) {
        shop.clock().advance(time);
    }

    List<Topic> topicsSince(long sequence) {
        return shop.events().after(sequence, 1000).stream()
                .map(ShopEvent::topic)
                .toList();
    }

    /** Changes a level behind the ledger's back. */
    void corrupt(Variant variant) {
        Levels levels = shop.inventory().levels();
        Level level = levels.find(variant.item(), here).orElseThrow();
        levels.put(level.with(level.quantities().plus(QuantityName.COMMITTED, 1), START));
    }

    /** The only error of a refusal. */
    static UserError error(Result<?> result) {
        if (result.errors().size() != 1) {
            throw new AssertionError("Not one error: " + result);
        }
        return result.errors().getFirst();
    }

    static String code(Result<?> result) {
        return String.valueOf(error(result).code());
    }
}
