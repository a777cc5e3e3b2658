package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.auth.Apps;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.shop.ApiVersion;
import dev.holdfast.simulator.shop.Caller;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.Inventory.AdjustQuantities;
import dev.holdfast.simulator.shop.Inventory.Expected;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Location;
import dev.holdfast.simulator.shop.state.Product;
import dev.holdfast.simulator.shop.state.Variant;
import dev.holdfast.simulator.webhook.WebhookSubscription.Wanted;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A shop with an app whose server is real, and a clock that stands still. */
final class HookFixture implements AutoCloseable {

    static final String DOMAIN = "toys.myshopify.com";
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Set<String> SCOPES =
            Scopes.parse("write_products,write_inventory,read_orders,read_locations,read_customers,"
                    + "read_merchant_managed_fulfillment_orders,read_payment_terms");
    final SimulatedClock clock = SimulatedClock.stoppedAt(START);
    final Shop shop = Shop.open(ShopSettings.of(DOMAIN, 1), Switches.usual(), clock);
    final Apps apps = new Apps(domain -> clock::now);
    final App app = apps.register(AppSettings.custom("holdfast", "hush", URI.create("http://127.0.0.1:9"), SCOPES));
    final Receiver receiver = new Receiver();
    final Subscriptions made = new Subscriptions();
    final Webhooks webhooks;

    HookFixture() throws IOException {
        this(WebhookSettings.usual(ApiVersion.V2026_07, 7).withAtOnce(1));
    }

    HookFixture(WebhookSettings settings) throws IOException {
        webhooks = new Webhooks(apps, domain -> made, settings);
        apps.on(DOMAIN).install(app, SCOPES);
        webhooks.attach(shop);
    }

    /** A subscription by the API to the receiver's address. */
    Subscription subscribe(String topic) {
        return subscribe(Wanted.of(topic, receiver.uri("/hooks")));
    }

    Subscription subscribe(Wanted wanted) {
        return made.add(id -> subscription(id, wanted));
    }

    Subscription subscription(long id, Wanted wanted) {
        return new Subscription(
                id,
                app,
                WebhookTopics.name(wanted.topic()),
                wanted.uri().toString(),
                "JSON",
                wanted.filter(),
                wanted.includeFields(),
                List.of(),
                wanted.name(),
                ApiVersion.V2026_07,
                clock.now(),
                clock.now());
    }

    Wanted wanted(String topic) {
        return Wanted.of(topic, receiver.uri("/hooks"));
    }

    /** A product of one variant with ten units in stock. */
    Product product(String title) {
        var stock = Map.of(location().id(), 10);
        return shop.catalog()
                .create(NewProduct.of(title, new NewVariant(title, title, 1999, InventoryPolicy.DENY, true, stock)));
    }

    /** Adds units at the only location; raises inventory_levels/update. */
    void adjust(Product product, int delta) {
        Variant variant = shop.catalog().variantsOf(product).getFirst();
        var row = new AdjustQuantities.AdjustRow(variant.item(), location().id(), delta, null, Expected.ANY);
        shop.inventory()
                .adjust(Caller.STAFF, new AdjustQuantities("available", "correction", null, List.of(row)))
                .value();
    }

    Location location() {
        return shop.locations().all().all().findFirst().orElseThrow();
    }

    void settle() throws InterruptedException {
        webhooks.settle(Duration.ofSeconds(20));
    }

    /** Moves the clock from one piece of due work to the next and waits for what it sends. */
    void advance(Duration by) throws InterruptedException {
        Instant end = clock.now().plus(by);
        settle();
        for (var next = clock.nextDue(); next.isPresent() && !next.get().isAfter(end); next = clock.nextDue()) {
            clock.advanceTo(next.get().isBefore(clock.now()) ? clock.now() : next.get());
            settle();
        }
        clock.advanceTo(end);
        settle();
    }

    @Override
    public void close() {
        webhooks.close();
        receiver.close();
    }
}
