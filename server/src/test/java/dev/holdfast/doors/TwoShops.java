package dev.holdfast.doors;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.RunningServer;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shop.firstimport.Imports;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.ShopifyApp;
import dev.holdfast.simulator.Simulator;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.auth.App;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.control.DemoCatalog;
import dev.holdfast.simulator.control.Shoppers;
import dev.holdfast.simulator.graphql.PlanLimits;
import dev.holdfast.simulator.shop.Shop;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switches;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The whole program with two shops that have sold, connected by their session tokens and read in. */
final class TwoShops implements AutoCloseable {
    static final ShopDomain OURS = new ShopDomain("toy-shop.myshopify.com");
    static final ShopDomain OTHER = new ShopDomain("other.myshopify.com");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final TestDatabase database;
    final Simulator simulator;
    final RunningServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    TwoShops(TestDatabase database, Path home) throws Exception {
        this.database = database;
        simulator = Simulator.start(SimulatorSettings.usual().withLimits(PlanLimits.ENTERPRISE));
        var app = simulator
                .apps()
                .register(AppSettings.custom(
                                Signed.CLIENT_ID,
                                Signed.SECRET,
                                URI.create("http://127.0.0.1:9/"),
                                ShopifyApp.WANTED.names())
                        .asPublic());
        var clock = SimulatedClock.stoppedAt(now().minus(Duration.ofHours(1)));
        open(OURS, 1, app, clock);
        open(OTHER, 2, app, clock);
        server = RunningServer.start(
                database,
                home,
                Map.of(
                        "shopify.client-id", Signed.CLIENT_ID,
                        "shopify.client-secret", Signed.SECRET,
                        "shopify.previous-secret", Signed.OLD_SECRET,
                        "shopify.previous-secret-until", now().minusSeconds(1).toString(),
                        "shopify.address", simulator.address() + "/shops/{shop}"));
        connect(OURS);
        connect(OTHER);
    }

    private void open(ShopDomain domain, int number, App app, SimulatedClock clock) throws InterruptedException {
        var shop = simulator.open(ShopSettings.of(domain.value(), number).numbered(number), Switches.usual(), clock);
        simulator.apps().on(domain.value()).install(app, app.settings().scopes());
        DemoCatalog.fill(shop, number);
        new Shoppers(shop, number).run(5, 1);
        simulator.clocks().advance(clock, Duration.ofMinutes(1));
    }

    private void connect(ShopDomain domain) throws Exception {
        // Session tokens live for a minute.
        var clock = shop(domain).clock();
        simulator.clocks().advance(clock, Duration.between(clock.now(), now()));
        var answer = post("/auth/session", new byte[0], "Authorization", "Bearer " + Signed.token(domain, now()));
        if (answer.statusCode() != 200) {
            throw new AssertionError(domain + " is not connected: " + answer.statusCode() + " " + answer.body());
        }
        await(
                domain + " is read in",
                () -> server.part(Imports.class).progress(id(domain)).isDone());
    }

    Instant now() {
        return InstantSource.system().instant();
    }

    ShopId id(ShopDomain domain) {
        return server.part(ShopRegistry.class).find(domain).orElseThrow();
    }

    Shop shop(ShopDomain domain) {
        return simulator.shop(domain.value());
    }

    List<Long> numbers(String sql) {
        return database.superuser().sql(sql).query((row, _) -> row.getLong(1)).list();
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) throws Exception {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(server.uri(path)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        simulator.close();
    }
}
