package dev.holdfast.shopify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.ApiVersion;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.Document;
import dev.holdfast.shopify.client.ShopifyAddress;
import dev.holdfast.shopify.outbox.Effect.State;
import dev.holdfast.shopify.outbox.Look.Seen;
import dev.holdfast.shopify.outbox.OutboxDesk.Open;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Effects that must not be repeated blindly, against a Shopify that answers what the test says. */
class LostAnswerTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ShopDomain DOMAIN = new ShopDomain("toy-shop.myshopify.com");
    private static final String CAPTURE = "look-first/payment-schedule-capture";
    private static final String DONE = "{\"data\":{\"paymentScheduleCapture\":{\"userErrors\":[]}}}";
    private static final String SHOP = "{\"data\":{\"shop\":{\"id\":\"gid://shopify/Shop/1\"}}}";
    private static final String BROKEN = "{\"data\":{\"paymentSch";

    private final Queue<String> answers = new ArrayDeque<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> storedWhenAsked = new CopyOnWriteArrayList<>();
    private HttpServer server = server();
    private RunningOutbox outbox = outbox();
    private ShopId shop = new ShopId(1);

    private HttpServer server() {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/", exchange -> {
                storedWhenAsked.addAll(keysBeingSent());
                asked.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
                var body = answers.remove().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            made.start();
            return made;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> keysBeingSent() {
        return DATABASE.superuser()
                .sql("select idempotency_key::text from outbox where state = 'sending'")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private RunningOutbox outbox() {
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/{shop}";
        return new RunningOutbox(DATABASE, new ShopifyAddress(address, new ApiVersion("2026-07")));
    }

    @BeforeEach
    void install() {
        shop = outbox.install(new Access(DOMAIN, "shpat_x"));
        outbox.decide(shop, "payment 7", CAPTURE, RunningOutbox.nothing().put("id", "gid://shopify/PaymentSchedule/7"));
    }

    @AfterEach
    void close() {
        outbox.close();
        server.stop(0);
    }

    private void answer(String... bodies) {
        answers.addAll(List.of(bodies));
    }

    private void look(Seen seen) {
        outbox.kind.look =
                Optional.of(new Look(Document.named("read/app-installation"), RunningOutbox.nothing(), _ -> seen));
    }

    private List<String> operations() {
        return asked.stream()
                .map(body -> body.path("query").asString())
                .map(text -> text.contains("PaymentScheduleCapture(") ? "capture" : "look")
                .toList();
    }

    @Test
    void its_key_is_stored_before_it_is_sent() {
        var key = outbox.decide(shop, "stock 1", "same-key/inventory-adjust-quantities", RunningOutbox.nothing());
        answer(DONE, DONE);
        outbox.run();
        assertThat(asked)
                .extracting(body -> body.path("variables").path("key").asString(""))
                .contains(key.toString());
        assertThat(storedWhenAsked).contains(key.toString());
        assertThat(outbox.heard(shop)).hasSize(2);
    }

    @Test
    void what_has_happened_is_not_done_a_second_time() {
        look(Seen.HAPPENED);
        answer(BROKEN, SHOP);
        outbox.runFor(Duration.ofSeconds(5));
        assertThat(operations()).containsExactly("capture", "look");
        assertThat(outbox.heard(shop)).hasSize(1);
        assertThat(outbox.open(shop)).isEmpty();
    }

    @Test
    void what_has_not_happened_is_done_now() {
        look(Seen.NOT_HAPPENED);
        answer(BROKEN, SHOP, DONE);
        outbox.runFor(Duration.ofSeconds(5));
        assertThat(operations()).containsExactly("capture", "look", "capture");
        assertThat(outbox.heard(shop)).hasSize(1);
    }

    @Test
    void what_cannot_be_told_is_left_to_a_person() {
        look(Seen.CANNOT_TELL);
        answer(BROKEN, SHOP);
        outbox.runFor(Duration.ofSeconds(5));
        assertThat(outbox.open(shop)).extracting(Open::state).containsExactly(State.SET_ASIDE);
        assertThat(outbox.open(shop).getFirst().reason().orElseThrow()).contains("look at Shopify");
        answer(DONE);
        outbox.desk.resend(shop, outbox.open(shop).getFirst().id());
        outbox.runFor(Duration.ofSeconds(2));
        assertThat(operations()).as("the person has looked").containsExactly("capture", "look", "capture");
    }

    @Test
    void without_a_way_to_look_it_is_left_to_a_person() {
        answer(BROKEN);
        outbox.runFor(Duration.ofSeconds(5));
        assertThat(operations()).containsExactly("capture");
        assertThat(outbox.open(shop)).extracting(Open::state).containsExactly(State.SET_ASIDE);
    }

    @Test
    void a_later_failure_that_did_nothing_does_not_make_the_first_one_known() {
        look(Seen.HAPPENED);
        answer(BROKEN, "{\"errors\":[{\"message\":\"Throttled\",\"extensions\":{\"code\":\"THROTTLED\"}}]}", SHOP);
        outbox.runFor(Duration.ofSeconds(10));
        assertThat(operations()).containsExactly("capture", "look", "look");
        assertThat(outbox.heard(shop)).hasSize(1);
    }

    @Test
    void before_anything_was_sent_nothing_has_to_be_looked_for() {
        answer("{\"errors\":[{\"message\":\"Throttled\",\"extensions\":{\"code\":\"THROTTLED\"}}]}", DONE);
        outbox.runFor(Duration.ofSeconds(5));
        assertThat(operations()).containsExactly("capture", "capture");
        assertThat(outbox.heard(shop)).hasSize(1);
    }
}
