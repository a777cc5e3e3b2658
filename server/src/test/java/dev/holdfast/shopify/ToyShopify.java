package dev.holdfast.shopify;

import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.ShopifyAddress;
import dev.holdfast.simulator.Simulator;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import dev.holdfast.simulator.shop.state.Variant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The simulator with shops of one variant each, and one app on them. */
public final class ToyShopify implements AutoCloseable {
    public static final String CLIENT_ID = "holdfast";
    public static final String SECRET = "shpss_0123456789abcdef0123456789abcdef";
    public static final Set<String> SCOPES = Set.of(
            "write_products",
            "write_orders",
            "write_inventory",
            "read_locations",
            "write_merchant_managed_fulfillment_orders");

    public final SimulatedClock clock = SimulatedClock.stoppedAt(Instant.parse("2026-07-01T12:00:00Z"));
    public final Simulator simulator;
    public final App app;

    public ToyShopify(SimulatorSettings settings) {
        this(settings, AppSettings.custom(CLIENT_ID, SECRET, URI.create("http://127.0.0.1:9/"), SCOPES));
    }

    /** With an app that is registered otherwise. */
    public ToyShopify(SimulatorSettings settings, AppSettings registered) {
        simulator = Simulator.start(settings);
        app = simulator.apps().register(registered);
    }

    /** Opens a shop with a hundred units of one variant. */
    public Variant open(ShopDomain domain) {
        var shop = simulator.open(ShopSettings.of(domain.value(), 1), Switches.usual(), clock);
        simulator.apps().on(domain.value()).install(app, SCOPES);
        var stock =
                Map.of(shop.locations().all().all().findFirst().orElseThrow().id(), 100);
        var product = shop.catalog()
                .create(NewProduct.of(
                        "Bear", new NewVariant("Brown", "BEAR", 1999, InventoryPolicy.DENY, true, stock)));
        return shop.catalog().variantsOf(product).getFirst();
    }

    public Shop shop(ShopDomain domain) {
        return simulator.shop(domain.value());
    }

    public ShopifyAddress address() {
        return new ShopifyAddress(simulator.address() + "/shops/{shop}", new ApiVersion("2026-07"));
    }

    /** A token for a shop, straight from the simulator. */
    public Access access(ShopDomain domain) {
        var body = JsonMapper.shared()
                .writeValueAsString(
                        Map.of("client_id", CLIENT_ID, "client_secret", SECRET, "grant_type", "client_credentials"));
        var request = HttpRequest.newBuilder(address().of(domain, "/admin/oauth/access_token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Access(
                    domain,
                    JsonMapper.shared()
                            .readTree(answer.body())
                            .path("access_token")
                            .asString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
