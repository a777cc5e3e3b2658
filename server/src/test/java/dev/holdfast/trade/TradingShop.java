package dev.holdfast.trade;

import dev.holdfast.Maintenance;
import dev.holdfast.platform.Home;
import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.platform.testing.RunningServer;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.platform.work.Wakes;
import dev.holdfast.shop.firstimport.Imports;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.mirror.Mirrors;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.auth.Installer;
import dev.holdfast.simulator.FreePort;
import dev.holdfast.simulator.Simulator;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.control.DemoCatalog;
import dev.holdfast.simulator.control.Shoppers;
import dev.holdfast.simulator.graphql.PlanLimits;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A simulated shop full of toys, and the program connected to it over HTTP; the simulated clock stands still. */
final class TradingShop implements AutoCloseable {
    static final ShopDomain DOMAIN = new ShopDomain("trading.myshopify.com");

    private static final String CLIENT_ID = "holdfast";
    private static final String SCOPES = "write_products,write_purchase_options,write_orders,write_order_edits,"
            + "read_all_orders,read_customers,write_inventory,write_inventory_transfers,write_inventory_shipments,"
            + "write_merchant_managed_fulfillment_orders,write_third_party_fulfillment_orders,write_fulfillments,"
            + "write_returns,write_payment_terms,write_locations,write_shipping";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration SELDOM = Duration.ofMillis(500);

    final Simulator simulator;
    final Shop shop;
    final TestDatabase database;
    private final Path home;
    private final int port = FreePort.any();
    // Of this shop alone: another test's program that got the port while ours is down must refuse what is not for it.
    private final String secret = "shpss_" + UUID.randomUUID().toString().replace("-", "");
    final App app;
    InstantSource clock = InstantSource.system();
    private @Nullable RunningServer server;

    TradingShop(TestDatabase database, Path home) throws InterruptedException {
        this(database, home, 0);
    }

    /** So many carts were paid for before we came. */
    TradingShop(TestDatabase database, Path home, int carts) throws InterruptedException {
        this(database, home, new Past(carts, Duration.ZERO, SCOPES));
    }

    /** What was before we came: so many carts paid for, this long ago, and these scopes granted. */
    record Past(int carts, Duration ago, String scopes) {}

    TradingShop(TestDatabase database, Path home, Past past) throws InterruptedException {
        this(
                database,
                home,
                past,
                SimulatedClock.stoppedAt(InstantSource.system().instant().minus(past.ago())));
        DemoCatalog.fill(shop, 1);
        buy(past.carts(), 1);
        pass(Duration.ofMinutes(1));
        server = startServer();
    }

    /** The shop is filled, and nothing is served yet. */
    static TradingShop notServed(TestDatabase database, Path home, Consumer<Shop> fill) {
        return notServed(database, home, InstantSource.system().instant(), fill);
    }

    /** The same, with the shop's clock set. */
    static TradingShop notServed(TestDatabase database, Path home, Instant start, Consumer<Shop> fill) {
        var trading =
                new TradingShop(database, home, new Past(0, Duration.ZERO, SCOPES), SimulatedClock.stoppedAt(start));
        fill.accept(trading.shop);
        return trading;
    }

    private TradingShop(TestDatabase database, Path home, Past past, SimulatedClock clock) {
        this.database = database;
        this.home = home;
        simulator = Simulator.start(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
        shop = simulator.open(ShopSettings.of(DOMAIN.value(), 1), switches(), clock);
        app = simulator
                .apps()
                .register(AppSettings.custom(
                        CLIENT_ID, secret, URI.create("http://127.0.0.1:" + port), Scopes.parse(past.scopes())));
        simulator.apps().on(DOMAIN.value()).install(app, app.settings().scopes());
    }

    private static Switches switches() {
        // Open and not held by Shopify, so that we have something to hold.
        return Switches.usual()
                .with(Switch.UNKNOWN_DATE_ARRIVES_HELD, false)
                .with(Switch.MARK_AS_PAID_MAKES_TRANSACTION, false);
    }

    private RunningServer startServer() {
        return RunningServer.start(database, home, settings(), clock);
    }

    private Map<String, String> settings() {
        var owner = database.owner();
        return Map.of(
                "http.port", String.valueOf(port),
                "shopify.url", "http://127.0.0.1:" + port,
                "shopify.client-id", CLIENT_ID,
                "shopify.client-secret", secret,
                "shopify.address", simulator.address() + "/shops/{shop}",
                "shopify.shop", DOMAIN.value(),
                "database.url", owner.url(),
                "database.user", owner.user(),
                "database.password", owner.password());
    }

    RunningServer server() {
        return Objects.requireNonNull(server, "nothing is served");
    }

    void stopServer() {
        server().close();
        server = null;
    }

    /** The program to be run in a process of its own; settings given here come before the usual ones. */
    ProgramProcess inProcess(Map<String, String> more) {
        var all = new TreeMap<>(settings());
        all.putAll(more);
        return new ProgramProcess(home, all);
    }

    void restartServer() {
        server = startServer();
    }

    ShopId id() {
        return server().part(ShopRegistry.class).find(DOMAIN).orElseThrow();
    }

    /** What the merchant sees, and agrees to, beside the running server. */
    List<String> changesSeenAndConfirmed() {
        var shopId = id();
        return beside().withFirstChanges((_, changes) -> {
            var seen = changes.list(shopId, 100);
            changes.confirm(shopId);
            return seen;
        });
    }

    /** Where commands work, beside the server. */
    Maintenance beside() {
        return new Maintenance(SettingsSource.of(new Home(home), Map.of(), settings()));
    }

    /** The merchant removes the app. */
    void uninstall() {
        simulator.apps().on(DOMAIN.value()).uninstall(app);
    }

    /** The merchant installs the app again; the server, which looks now and then, looks now. */
    void reinstall() {
        simulator.apps().on(DOMAIN.value()).install(app, app.settings().scopes());
        server().part(Wakes.class).wake("own shop");
    }

    /** The merchant agrees to the first changes. */
    void consent() {
        server().part(Installer.class).consent(id());
    }

    /** What was asked for last is copied. */
    void awaitImport() {
        await(
                "the shop connects",
                () -> server().part(ShopRegistry.class).find(DOMAIN).isPresent());
        await(
                "the import ends",
                () -> server().part(Imports.class).progress(id()).isDone());
    }

    void awaitSubscriptions() {
        await(
                "all webhooks are subscribed to",
                () -> count("select count(*) from outbox where kind = 'shopify.subscription' and state = 'done'") > 30
                        && count("""
                                select count(*) from outbox
                                where kind = 'shopify.subscription' and state in ('waiting', 'sending', 'unknown')
                                """) == 0);
    }

    /** All that Shopify has told so far has been read. */
    void awaitRead() {
        await("webhooks are handled", () -> count("select count(*) from webhook_inbox") == 0);
        await("what they hinted at is read", () -> count("""
                select count(*) from refresh where due_at <= now() + interval '10 seconds'
                """) == 0);
    }

    /** So many carts are paid for. */
    void buy(int carts, long seed) throws InterruptedException {
        new Shoppers(shop, seed).run(carts, 1);
    }

    /** The simulated clock goes on, with every webhook that falls due. */
    void pass(Duration time) throws InterruptedException {
        simulator.clocks().advance(shop.clock(), time);
    }

    void ageTokens(Duration by) {
        database.superuser().sql("""
                update shopify_connection
                set token_at = token_at - make_interval(secs => :by),
                    access_expires_at = access_expires_at - make_interval(secs => :by)
                """).param("by", by.toSeconds()).update();
    }

    long count(String sql) {
        return database.superuser().sql(sql).query(Long.class).single();
    }

    List<String> texts(String sql) {
        return database.superuser().sql(sql).query((row, _) -> row.getString(1)).list();
    }

    /** All that we have copied, as facts by kind and id. */
    Map<String, Map<String, String>> copy() {
        var all = new TreeMap<String, Map<String, String>>();
        server().part(Mirrors.class).all().forEach(mirror -> addTo(all, mirror));
        return all;
    }

    private <T> void addTo(Map<String, Map<String, String>> all, Mirror<T> mirror) {
        var id = id();
        database.database().inShop(id, sql -> {
            for (var thing : mirror.load(sql, id, mirror.known(sql, id))) {
                all.put(
                        mirror.name() + " " + mirror.id(thing),
                        mirror.facts(thing).values());
            }
            return all;
        });
    }

    /** Looks less and less often, as each look at the database is a new connection to it. */
    static void await(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        long waited = 0;
        while (!condition.getAsBoolean()) {
            if (waited > PATIENCE.toNanos()) {
                throw new AssertionError("waited in vain: " + what);
            }
            LockSupport.parkNanos(Math.clamp(waited / 20, SOON.toNanos(), SELDOM.toNanos()));
            waited = System.nanoTime() - begin;
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        simulator.close();
    }
}
