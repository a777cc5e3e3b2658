package dev.holdfast;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.settings.SettingsSource;
import dev.holdfast.platform.web.Doors;
import dev.holdfast.shop.firstimport.Imports;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.auth.Installer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything at once: an embedded database, a simulated shop that trades, and the server connected to it. */
public final class Demo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final long NEXT_BUYER_MILLIS = 2000;
    private static final int FIRST_BUYERS = 25;

    private final Consumer<String> says;
    private final CountDownLatch end = new CountDownLatch(1);
    private final SimulatedShop shop;
    private final ConfigurableApplicationContext server;

    private Demo(SimulatedShop shop, ConfigurableApplicationContext server, Consumer<String> says) {
        this.shop = shop;
        this.server = server;
        this.says = says;
    }

    /**
     * Starts all of it in an empty home and lets the shop trade until it is closed.
     *
     * @throws Refusal with what keeps it from starting
     */
    public static Demo start(String simulatorClassPath, Home home, int port, Consumer<String> says) {
        var app = URI.create("http://127.0.0.1:" + port);
        var secret = new BigInteger(256, new SecureRandom()).toString(36) + "demo";
        says.accept("Starting a simulated shop …");
        var shop = SimulatedShop.start(simulatorClassPath, app, secret);
        try {
            says.accept("Starting the database and the server …");
            var settings = Map.of(
                    "http.port",
                    String.valueOf(port),
                    "operator.port",
                    "0",
                    "shopify.url",
                    app.toString(),
                    "shopify.client-id",
                    SimulatedShop.CLIENT_ID,
                    "shopify.client-secret",
                    secret,
                    "shopify.address",
                    shop.address() + "/shops/{shop}",
                    "shopify.shop",
                    SimulatedShop.DOMAIN);
            var demo = new Demo(shop, Holdfast.start(SettingsSource.of(home, Map.of(), settings)), says);
            try {
                demo.trade();
            } catch (RuntimeException e) {
                demo.server.close();
                throw e;
            }
            return demo;
        } catch (RuntimeException e) {
            shop.close();
            throw e;
        }
    }

    private void trade() {
        try {
            for (int buyer = 0; buyer < FIRST_BUYERS; buyer++) {
                shop.sell(buyer);
            }
            var id = awaitImport();
            // The demo is its own merchant.
            server.getBean(Installer.class).consent(id);
        } catch (IOException e) {
            throw new Refusal("simulator", "does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("demo", "was interrupted", e);
        }
        tellWhereToLook();
        Thread.ofVirtual().name("demo-buyers").start(this::buy);
    }

    private ShopId awaitImport() throws InterruptedException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < limit) {
            Optional<ShopId> id = server.getBean(ShopRegistry.class).find(new ShopDomain(SimulatedShop.DOMAIN));
            if (id.isPresent()
                    && server.getBean(Imports.class).progress(id.get()).isDone()) {
                return id.get();
            }
            // The copying is the server's own; nothing tells when it is done. It ends with the demo.
            if (end.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new Refusal("demo", "was ended before the shop was copied");
            }
        }
        throw new Refusal("demo", "the shop was not connected and copied within " + PATIENCE + "; the log says why");
    }

    private void tellWhereToLook() {
        var doors = server.getBean(Doors.class);
        var operator = "http://127.0.0.1:" + doors.operatorPort();
        says.accept("The shop " + SimulatedShop.DOMAIN + " is connected, copied, and trades: a buyer every "
                + NEXT_BUYER_MILLIS / 1000 + " s.");
        says.accept("  Holdfast    http://127.0.0.1:" + doors.port());
        says.accept("  health      " + operator + "/health");
        says.accept("  metrics     " + operator + "/metrics");
        says.accept("  the shop    " + shop.address());
        says.accept("  its truth   " + shop.address() + "/simulator/shops/" + SimulatedShop.DOMAIN
                + " (and /orders, /variants, /fulfillment_orders below it)");
        says.accept("Its merchant has agreed to the first changes, so what is sold ahead is held. Ctrl-C ends it all.");
    }

    private void buy() {
        try {
            for (long buyer = FIRST_BUYERS; !end.await(NEXT_BUYER_MILLIS, TimeUnit.MILLISECONDS); buyer++) {
                shop.sell(buyer);
            }
        } catch (IOException e) {
            if (end.getCount() > 0) {
                says.accept("No more buyers come: " + e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the simulated shop is still there. */
    public boolean runs() {
        return shop.runs() && server.isActive();
    }

    /** A part of the server. */
    <T> T part(Class<T> type) {
        return server.getBean(type);
    }

    @Override
    public void close() {
        end.countDown();
        server.close();
        shop.close();
    }
}
