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
}
