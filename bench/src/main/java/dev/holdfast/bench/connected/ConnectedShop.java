package dev.holdfast.bench.connected;

import dev.holdfast.bench.process.LoadShare;
import dev.holdfast.bench.process.ServedProgram;
import dev.holdfast.simulator.FreePort;
import dev.holdfast.simulator.Simulator;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.graphql.PlanLimits;
import dev.holdfast.simulator.shop.Plan;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** The simulator in this process with one shop at the limits of the Plus plan; its clock stands still. */
public final class ConnectedShop implements AutoCloseable {
    public static final String DOMAIN = "bench.myshopify.com";

    private static final String SCOPES = "write_products,write_purchase_options,write_orders,write_order_edits,"
            + "read_all_orders,read_customers,write_inventory,write_inventory_transfers,write_inventory_shipments,"
            + "write_merchant_managed_fulfillment_orders,write_third_party_fulfillment_orders,write_fulfillments,"
            + "write_returns,write_payment_terms,write_locations,write_shipping";

    private final Simulator simulator;
    private final Shop shop;
    private final int port;

    private ConnectedShop() throws IOException {
        port = FreePort.any();
        simulator = Simulator.start(SimulatorSettings.usual().withLimits(PlanLimits.of(Plan.PLUS, Switches.usual())));
        // Open and not held by Shopify, so that there is something for Holdfast to hold.
        var switches = Switches.usual().with(Switch.UNKNOWN_DATE_ARRIVES_HELD, false);
        shop = simulator.open(
                ShopSettings.of(DOMAIN, 1),
                switches,
                SimulatedClock.stoppedAt(InstantSource.system().instant()));
    }

    /** An empty shop. */
    public static ConnectedShop open() throws IOException {
        return new ConnectedShop();
    }

    public Simulator simulator() {
        return simulator;
    }

    public Shop shop() {
        return shop;
    }

    /** The merchant installs the app: from here on Shopify knows where its webhooks go. */
    public void install() {
        var app = simulator
                .apps()
                .register(AppSettings.custom(
                        ServedProgram.CLIENT_ID,
                        ServedProgram.SECRET,
                        URI.create("http://127.0.0.1:" + port),
                        Scopes.parse(SCOPES)));
        simulator.apps().on(DOMAIN).install(app, app.settings().scopes());
    }

    /** The program, which connects to the shop at once. */
    public ServedProgram serve(Path home) throws IOException, InterruptedException {
        return ServedProgram.start(
                home,
                Map.of(
                        "HOLDFAST_HTTP_PORT",
                        Integer.toString(port),
                        "HOLDFAST_SHOPIFY_URL",
                        "http://127.0.0.1:" + port,
                        "HOLDFAST_SHOPIFY_ADDRESS",
                        simulator.address() + "/shops/{shop}",
                        "HOLDFAST_SHOPIFY_SHOP",
                        DOMAIN));
    }

    /** Counts the simulator's part from now on; the bench itself is in it. */
    public static LoadShare shareBeside(ServedProgram program) throws IOException {
        return LoadShare.since(ProcessHandle.current().pid(), program);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
