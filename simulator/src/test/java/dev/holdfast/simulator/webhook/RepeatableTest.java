package dev.holdfast.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.simulator.Caller;
import dev.holdfast.simulator.Simulator;
import dev.holdfast.simulator.SimulatorSettings;
import dev.holdfast.simulator.auth.AppSettings;
import dev.holdfast.simulator.auth.Scopes;
import dev.holdfast.simulator.control.DemoCatalog;
import dev.holdfast.simulator.control.Shoppers;
import dev.holdfast.simulator.shop.ShopSettings;
import dev.holdfast.simulator.shop.SimulatedClock;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.webhook.WebhookSubscription.Wanted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same seed and the same shoppers make the same deliveries. */
class RepeatableTest {

    private static final List<String> TOPICS =
            List.of("orders/create", "orders/updated", "inventory_levels/update", "order_transactions/create");

    @Test
    void one_at_a_time_they_come_again_in_the_same_order_with_the_same_ids_and_faults()
            throws IOException, InterruptedException {
        var first = run(11, 1);
        assertThat(run(11, 1)).isEqualTo(first);
        assertThat(run(12, 1)).isNotEqualTo(first);
        assertThat(first).hasSizeGreaterThan(200);
        assertThat(first.getFirst()).contains("orders/create");
        for (String met : List.of("resent", "shuffled", "delayed", "dropped", "without_ids", " 503 ")) {
            assertThat(first).anyMatch(each -> each.contains(met));
        }
    }

    @Test
    void many_at_once_they_are_the_same_and_only_their_order_differs() throws IOException, InterruptedException {
        assertThat(run(11, 32)).containsExactlyInAnyOrderElementsOf(run(11, 1));
    }

    /** The shop's own logs as they are served, then what was sent and answered, without the address, whose port differs. */
    private static List<String> run(long seed, int atOnce) throws IOException, InterruptedException {
        HttpServer receiver = moodyReceiver();
        var settings = SimulatorSettings.usual().withSeed(seed).withDeliveriesAtOnce(atOnce);
        try (var simulator = Simulator.start(settings)) {
            var uri = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hooks");
            var clock = SimulatedClock.stoppedAt(Instant.parse("2026-11-22T10:00:00Z"));
            var shop = simulator.open(ShopSettings.of("toys.myshopify.com", seed), Switches.usual(), clock);
            DemoCatalog.fill(shop, seed);
            var scopes = Scopes.parse("read_orders,read_inventory");
            var app = simulator.apps().register(AppSettings.custom("holdfast", "hush", uri, scopes));
            simulator.apps().on("toys.myshopify.com").install(app, scopes);
            simulator
                    .webhooks()
                    .subscriptions()
                    .configure(
                            app,
                            TOPICS.stream().map(topic -> Wanted.of(topic, uri)).toList());
            simulator.webhooks().faults(WebhookFaults.all(100), seed);
            for (int wave = 0; wave < 3; wave++) {
                new Shoppers(shop, seed + wave).run(10, 1);
                simulator.clocks().advance(clock, Duration.ofMinutes(7));
            }
            simulator.clocks().advance(clock, Duration.ofDays(2));
            // What is dropped is logged at once, what is sent when it was answered: each in an order of its own.
            var told = simulator.webhooks().log().all().stream()
                    .sorted(Comparator.comparing(each -> each.number() > 0))
                    .map(RepeatableTest::told);
            var caller = new Caller(simulator.address() + "/simulator/shops/toys");
            var logs = List.of(
                    caller.get("/payloads?limit=10000").body(),
                    caller.get("/ledger?limit=10000").body());
            return Stream.concat(logs.stream(), told).toList();
        } finally {
            receiver.stop(0);
        }
    }

    private static String told(Attempt each) {
        return Stream.of(
                        each.at(),
                        each.triggeredAt(),
                        each.topic(),
                        each.number(),
                        each.status(),
                        each.problem(),
                        each.webhookId(),
                        each.eventId(),
                        each.faults().stream().sorted().toList(),
                        each.body().text())
                .map(String::valueOf)
                .reduce("", (one, other) -> one + " " + other);
    }

    /** Answers some bodies with an error, whichever those are; the same ones each time. */
    private static HttpServer moodyReceiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(Arrays.hashCode(body) % 7 == 0 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
