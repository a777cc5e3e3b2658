package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.RunningServer;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.SigningShopify;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A person is planted in everything that can be sent to the program, and looked for in what it says. */
class QuietLogTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ShopDomain DOMAIN = new ShopDomain("toy-shop.myshopify.com");
    private static final String SECRET = "shpss_0123456789abcdef0123456789abcdef";
    private static final String PERSON = "kunigunde.pfeffer@example.com";
    private static final String PERSON_AS_TEXT = "kunigunde.pfeffer%40example.com";
    private static final List<String> TRACES = List.of("kunigunde", "Kunigunde", "pfeffer", "Pfefferweg");
    private static final PrintStream CONSOLE = System.out;
    private static final ByteArrayOutputStream LOGGED = new ByteArrayOutputStream();

    @TempDir
    private static Path home;

    private static RunningServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        System.setOut(new PrintStream(LOGGED, true, StandardCharsets.UTF_8));
        server = RunningServer.start(DATABASE, home.resolve("home"), Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
        System.setOut(CONSOLE);
    }

    private HttpRequest.Builder webhook(String topic, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(server.uri("/webhooks"))
                .header("X-Shopify-Topic", topic)
                .header("X-Shopify-Shop-Domain", DOMAIN.value())
                .header("X-Shopify-Webhook-Id", UUID.randomUUID().toString())
                .header("X-Shopify-Hmac-Sha256", SigningShopify.base64("HmacSHA256", SECRET, bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
    }

    private int send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private int get(String pathAndQuery, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.uri("/") + pathAndQuery))
                .headers(headers.length == 0 ? new String[] {"Accept", PERSON} : headers));
    }

    private void plantInWebhooks() throws Exception {
        var order =
                "{\"id\":%s,\"email\":\"%s\",\"name\":\"Kunigunde\",\"shipping_address\":{\"address1\":\"Pfefferweg 1\"}}";
        for (var topic : List.of(
                "orders/create",
                "orders/updated",
                "orders/cancelled",
                "products/update",
                "inventory_levels/update",
                "locations/update",
                "refunds/create",
                "moons/full",
                "fulfillment_orders/placed_on_hold",
                "app/scopes_update")) {
            assertThat(send(webhook(topic, order.formatted("4711", PERSON))))
                    .as(topic)
                    .isEqualTo(200);
            // What cannot be handled: not a number, not an object, not whole.
            assertThat(send(webhook(topic, order.formatted("\"" + PERSON + "\"", PERSON))))
                    .isEqualTo(200);
            assertThat(send(webhook(topic, "[\"" + PERSON + "\"]"))).isEqualTo(200);
            assertThat(send(webhook(topic, "{\"email\":\"" + PERSON))).isEqualTo(200);
        }
        assertThat(send(webhook("orders/create", "{}").header("X-Shopify-Topic", PERSON)))
                .isEqualTo(401);
        assertThat(send(webhook("orders/create", "{}").setHeader("X-Shopify-Hmac-Sha256", PERSON)))
                .isEqualTo(401);
        assertThat(send(webhook("orders/create", "{}").setHeader("X-Shopify-Webhook-Id", PERSON + " \t" + PERSON)))
                .isEqualTo(200);
        assertThat(send(webhook("orders/create", "{}").setHeader("X-Shopify-Triggered-At", PERSON)))
                .isEqualTo(200);
    }

    private void plantElsewhere() throws Exception {
        get("auth?shop=" + PERSON_AS_TEXT);
        get("auth?shop=" + DOMAIN + "&note=" + PERSON_AS_TEXT);
        get("auth/callback?shop=" + DOMAIN + "&code=" + PERSON_AS_TEXT + "&state=" + PERSON_AS_TEXT + "&hmac=00");
        get("auth/callback?shop=" + DOMAIN, "Cookie", "holdfast=" + PERSON);
        get("?shop=" + DOMAIN + "&host=" + PERSON_AS_TEXT);
        get("nothing/" + PERSON_AS_TEXT + "?email=" + PERSON_AS_TEXT);
        get("up?" + PERSON_AS_TEXT);
        for (var path : List.of("auth/session", "auth", "nothing", "up", "webhooks")) {
            send(HttpRequest.newBuilder(server.uri("/" + path))
                    .header("Authorization", "Bearer " + PERSON)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"" + PERSON + "\"}")));
        }
        send(HttpRequest.newBuilder(server.operatorUri("/health?" + PERSON_AS_TEXT)));
        send(HttpRequest.newBuilder(server.operatorUri("/metrics?" + PERSON_AS_TEXT)));
        // What is no request at all, and what is no address.
        raw(PERSON + " / HTTP/1.1\r\nHost: a\r\n\r\n");
        raw("GET /{" + PERSON + "} HTTP/1.1\r\nHost: a\r\n\r\n");
        raw("GET /%zz" + PERSON + " HTTP/1.1\r\nHost: " + PERSON + "/\r\n\r\n");
        raw("GET /" + PERSON.repeat(2_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
        raw("GET / HTTP/1.1\r\nHost: a\r\n" + PERSON + "\r\n\r\n");
        raw("POST /webhooks HTTP/1.1\r\nHost: a\r\nContent-Length: " + PERSON + "\r\n\r\n");
    }

    private static void raw(String request) throws Exception {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri("/").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertThat(socket.getInputStream().read()).as("an answer").isPositive();
        }
    }

    private static void awaitEmptyInbox() {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (waiting() > 0) {
            assertThat(System.nanoTime()).as("the inbox is worked on").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static long waiting() {
        return DATABASE.superuser()
                .sql("select count(*) from webhook_inbox")
                .query(Long.class)
                .single();
    }

    @Test
    void what_is_said_names_nobody() throws Exception {
        server.part(ShopRegistry.class).install(DOMAIN);
        plantInWebhooks();
        plantElsewhere();
        awaitEmptyInbox();
        assertThat(DATABASE.superuser()
                        .sql("select count(*) from webhook_set_aside where cause = 'failed'")
                        .query(Long.class)
                        .single())
                .as("webhooks that were told of in the log")
                .isPositive();
        assertThat(LOGGED.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.contains("set aside"))
                .noneMatch(line -> TRACES.stream().anyMatch(line::contains));
    }
}
