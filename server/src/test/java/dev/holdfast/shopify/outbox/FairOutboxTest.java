package dev.holdfast.shopify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.ApiVersion;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.ShopifyAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fifty shops, each with Shopify's budget of points, and workers that have only half the turns it would take for all. */
class FairOutboxTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int SHOPS = 50;
    private static final int BUSY = 7;
    private static final int SECONDS = 12;
    private static final int TURNS_A_SECOND = 25;
    private static final int COST = 10;
    private static final int BUCKET = 50;
    private static final int RESTORED = 10;
    /** What one shop's points are enough for in all. */
    private static final int SHARE = (BUCKET + RESTORED * SECONDS) / COST;

    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final HttpServer shopify = shopify();
    private final RunningOutbox outbox = new RunningOutbox(
            DATABASE,
            new ShopifyAddress(
                    "http://127.0.0.1:" + shopify.getAddress().getPort() + "/{shop}", new ApiVersion("2026-07")));

    /** As Shopify keeps it for an app on a shop: a leaky bucket. */
    private static final class Budget {
        private double points = BUCKET;
        private Instant at = Instant.MIN;
        private int under;
        private int mostUnder;

        /** What is left after one request, or a negative number when there was not enough for it. */
        synchronized double take(Instant now) {
            mostUnder = Math.max(mostUnder, ++under);
            double seconds =
                    at.equals(Instant.MIN) ? 0 : Duration.between(at, now).toMillis() / 1000.0;
            points = Math.min(BUCKET, points + seconds * RESTORED);
            at = now;
            if (points < COST) {
                return -1;
            }
            points -= COST;
            return points;
        }

        synchronized void end() {
            under--;
        }

        synchronized int mostAtOnce() {
            return mostUnder;
        }
    }

    private HttpServer shopify() {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", this::answer);
            made.start();
            return made;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var budget = budgets.computeIfAbsent(exchange.getRequestURI().getPath().split("/", 3)[1], _ -> new Budget());
        double left = budget.take(outbox.clock.instant());
        if (left < 0) {
            refused.incrementAndGet();
        }
        var body = String.format(Locale.ROOT, """
                        {"data":{"inventoryAdjustQuantities":{"userErrors":[]}},"extensions":{"cost":{
                        "requestedQueryCost":%d,"actualQueryCost":%d,"throttleStatus":{
                        "maximumAvailable":%d,"currentlyAvailable":%f,"restoreRate":%d}}}}""", COST, COST, BUCKET, left, RESTORED)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        budget.end();
        exchange.close();
    }

    @AfterEach
    void close() {
        outbox.close();
        shopify.stop(0);
    }

    private ShopId open(int number) {
        return outbox.install(new Access(new ShopDomain("shop-" + number + ".myshopify.com"), "shpat_" + number));
    }

    private void decide(ShopId shop, int effects) {
        DATABASE.database().inShop(shop, sql -> {
            for (int i = 0; i < effects; i++) {
                outbox.outbox.put(
                        sql,
                        shop,
                        new NewEffect(
                                UUID.randomUUID(),
                                RunningOutbox.KIND,
                                "subject " + i,
                                ToyOutbox.ADJUST,
                                RunningOutbox.nothing(),
                                RunningOutbox.nothing()));
            }
            return shop;
        });
    }

    @Test
    void no_shop_gets_less_than_half_its_fair_share_and_none_more_than_its_points() {
        var shops = new ArrayList<ShopId>();
        for (int number = 0; number < SHOPS; number++) {
            shops.add(open(number));
            decide(shops.get(number), 1);
        }
        // The first answer tells what there is.
        outbox.run();
        for (int number = 0; number < SHOPS; number++) {
            decide(shops.get(number), number == BUSY ? SHARE * 5 : SHARE + 5);
        }
        for (int second = 0; second < SECONDS; second++) {
            int turns = 0;
            while (turns < TURNS_A_SECOND && outbox.processor.step()) {
                turns++;
            }
            outbox.forward(Duration.ofSeconds(1));
        }
        assertThat(shops)
                .allSatisfy(shop -> assertThat(outbox.heard(shop).size())
                        .as("of a share of %d", SHARE)
                        .isBetween(SHARE / 2, SHARE));
        assertThat(refused).as("asked for more than there were points").hasValue(0);
        assertThat(budgets).hasSize(SHOPS);
        assertThat(budgets.values())
                .allSatisfy(budget -> assertThat(budget.mostAtOnce())
                        .as("requests under way for one shop")
                        .isLessThanOrEqualTo(20));
    }
}
