package dev.holdfast.bench.simulator;

import dev.holdfast.simulator.Simulator;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.graphql.PlanLimits;
import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.shop.Catalog.NewProduct;
import dev.holdfast.simulator.shop.Catalog.NewVariant;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.InventoryPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * A simulator in a process of its own, without the point budget: one shop of 1,000 products that never sell out, and a
 * path {@code /empty} that reads the body and does nothing. Says where it answers, and ends with its standard input.
 */
public final class HostedSimulator {

    static final String SHOP = "bench.myshopify.com";
    static final String CLIENT_ID = "bench";
    static final String SECRET = "shpss_bench";

    private static final int PRODUCTS = 1_000;
    private static final int STOCK = 100_000_000;
    private static final int BUDGET = 1_000_000_000;
    private static final int MAX_BODY = 64 * 1024;

    private HostedSimulator() {}

    public static void main(String[] arguments) throws IOException {
        SimulatorSettings settings = SimulatorSettings.usual().withLimits(new PlanLimits(BUDGET, BUDGET));
        try (Simulator simulator = Simulator.start(settings)) {
            byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
            simulator.routes().mount("POST", "/empty", exchange -> {
                exchange.body(MAX_BODY);
                return Answer.of(200, "application/json", nothing);
            });
            Instant start = Instant.parse("2026-11-22T10:00:00Z");
            fill(simulator.open(ShopSettings.of(SHOP, 1), Switches.usual(), SimulatedClock.running(start, 1)));
            var app = simulator
                    .apps()
                    .register(AppSettings.custom(
                            CLIENT_ID,
                            SECRET,
                            URI.create("http://127.0.0.1:9"),
                            Scopes.parse("read_products,write_orders,read_all_orders,read_inventory,"
                                    + "read_merchant_managed_fulfillment_orders,read_customers,read_locations")));
            simulator.apps().on(SHOP).install(app, app.settings().scopes());
            System.out.println(simulator.address());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private static void fill(Shop shop) {
        LocationId location =
                shop.locations().all().all().findFirst().orElseThrow().id();
        for (int at = 0; at < PRODUCTS; at++) {
            shop.catalog()
                    .create(NewProduct.of(
                            "Toy " + at,
                            new NewVariant(
                                    "Only",
                                    "TOY-" + at,
                                    1000 + at,
                                    InventoryPolicy.DENY,
                                    true,
                                    Map.of(location, STOCK))));
        }
    }
}
