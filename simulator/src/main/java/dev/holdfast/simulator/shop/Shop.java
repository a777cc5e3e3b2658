package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.event.EventLog;
import dev.holdfast.simulator.shop.state.Address;
import dev.holdfast.simulator.shop.state.Id.ShopId;
import dev.holdfast.simulator.shop.state.Location;
import java.util.List;
import java.util.function.Supplier;

/**
 * A shop: the door to everything in it.
 *
 * <p>Safe for many threads. A command holds the shop's one lock from beginning to end; reading needs none. Amounts are
 * minor units of the shop's currency, times have whole seconds.
 */
public final class Shop {

    private final World world;
    private final Catalog catalog;
    private final VariantUpdates variantUpdates;
    private final Inventory inventory;
    private final Locations locations;
    private final DeliveryProfiles deliveryProfiles;
    private final SellingPlans sellingPlans;
    private final Customers customers;
    private final Checkouts checkouts;
    private final FulfillmentOrders fulfillmentOrders;
    private final Fulfillments fulfillments;
    private final Orders orders;
    private final OrderEdits edits;
    private final Refunds refunds;
    private final Returns returns;
    private final Payments payments;
    private final Drafts drafts;
    private final Transfers transfers;
    private final Shipments shipments;
    private final Metafields metafields;
    private final Tags tags;
    private final Staff staff;
    private final Truth truth;

    private Shop(World world) {
        this.world = world;
        Sellable sellable = new Sellable(world);
        this.catalog = new Catalog(world, sellable);
        this.variantUpdates = new VariantUpdates(world, catalog);
        this.inventory = new Inventory(world);
        this.locations = new Locations(world);
        this.deliveryProfiles = new DeliveryProfiles(world, sellable);
        this.sellingPlans = new SellingPlans(world);
        this.customers = new Customers(world);
        DueDates dueDates = new DueDates(world);
        Routing routing = new Routing(world);
        Allocator allocator = new Allocator(world, sellable);
        Pricing pricing = new Pricing(world, sellable);
        OrderMaker maker = new OrderMaker(world, routing, dueDates);
        this.checkouts = new Checkouts(world, sellingPlans, allocator, pricing, maker);
        this.fulfillmentOrders = new FulfillmentOrders(world, routing);
        this.fulfillments = new Fulfillments(world, dueDates);
        Settlement settlement = new Settlement(world, dueDates);
        Unshipping unshipping = new Unshipping(world);
        Refunding refunding = new Refunding(world, customers, settlement, unshipping);
        ApiOrders apiOrders = new ApiOrders(world, allocator, maker);
        CounterSales counterSales = new CounterSales(world, allocator, apiOrders, maker);
        this.orders = new Orders(world, new Cancelling(world, refunding), settlement, apiOrders, counterSales);
        this.edits = new OrderEdits(world, new EditCommit(world, allocator, routing, settlement, unshipping));
        this.refunds = new Refunds(world, refunding);
        this.returns = new Returns(world, refunds);
        this.payments = new Payments(world, settlement);
        this.drafts = new Drafts(world, allocator, maker);
        this.transfers = new Transfers(world);
        this.shipments = new Shipments(world);
        this.metafields = new Metafields(world);
        this.tags = new Tags(world);
        this.staff = new Staff(world, this);
        this.truth = new Truth(world);
    }

    /** A shop with one location, and a default delivery profile that ships from it for 5.00. */
    public static Shop open(ShopSettings settings, Switches switches, SimulatedClock clock) {
        Shop shop = new Shop(new World(settings, switches, clock));
        Location first = shop.locations
                .add("Shop location", Address.inCountry(settings.country()), true)
                .value();
        shop.world.run(() -> shop.deliveryProfiles.make(
                "General profile", true, List.of(new DeliveryProfiles.NewGroup(List.of(first.id()), "Standard", 500))));
        return shop;
    }

    public ShopId id() {
        return new ShopId(world.settings.number());
    }

    public ShopSettings settings() {
        return world.settings;
    }

    public Switches switches() {
        return world.switches();
    }

    /** From the next command on. */
    public void switches(Switches others) {
        world.switches(others);
    }

    public SimulatedClock clock() {
        return world.clock;
    }

    public EventLog events() {
        return world.events;
    }

    /** Asks several things of one moment: no command runs meanwhile. */
    public <T> T read(Supplier<T> question) {
        return world.read(question);
    }

    /** Runs several commands as one action: their events share an id, and nobody comes between. */
    public <T> T together(Supplier<T> commands) {
        return world.write(commands);
    }

    public Catalog catalog() {
        return catalog;
    }

    public VariantUpdates variantUpdates() {
        return variantUpdates;
    }

    public Inventory inventory() {
        return inventory;
    }

    public Locations locations() {
        return locations;
    }

    public DeliveryProfiles deliveryProfiles() {
        return deliveryProfiles;
    }

    public SellingPlans sellingPlans() {
        return sellingPlans;
    }

    public Customers customers() {
        return customers;
    }

    public Checkouts checkouts() {
        return checkouts;
    }

    public FulfillmentOrders fulfillmentOrders() {
        return fulfillmentOrders;
    }

    public Fulfillments fulfillments() {
        return fulfillments;
    }

    public Orders orders() {
        return orders;
    }

    public OrderEdits edits() {
        return edits;
    }

    public Refunds refunds() {
        return refunds;
    }

    public Returns returns() {
        return returns;
    }

    public Payments payments() {
        return payments;
    }

    public Drafts drafts() {
        return drafts;
    }

    public Transfers transfers() {
        return transfers;
    }

    public Shipments shipments() {
        return shipments;
    }

    public Metafields metafields() {
        return metafields;
    }

    public Tags tags() {
        return tags;
    }

    public Staff staff() {
        return staff;
    }

    public Truth truth() {
        return truth;
    }
}
