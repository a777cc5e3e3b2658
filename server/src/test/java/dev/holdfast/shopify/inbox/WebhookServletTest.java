package dev.holdfast.shopify.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.testing.SettableClock;
import dev.holdfast.platform.testing.TestDatabase;
import dev.holdfast.shopify.ClientSecrets;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.Signatures;
import dev.holdfast.shopify.SigningShopify;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookServletTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final InboxLimits SMALL = new InboxLimits(10_000, 20_001, 100, 50, Duration.ofSeconds(4));

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private WebhookDoor door;

    @BeforeEach
    void open() throws Exception {
        DATABASE.superuser().sql("truncate webhook_inbox").update();
        door = open(table());
    }

    private static InboxTable table() {
        return new InboxTable(DATABASE.database().source(), InstantSource.system());
    }

    @AfterEach
    void close() throws Exception {
        threads.shutdown();
        door.close();
    }

    private static WebhookDoor open(InboxWriter.Store store) throws Exception {
        return new WebhookDoor(SMALL, store);
    }

    private static long stored() {
        return DATABASE.superuser()
                .sql("select count(*) from webhook_inbox")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Test
    void an_authentic_webhook_is_durable_before_it_is_answered() throws Exception {
        var webhook = SampleWebhook.of("orders/create", "{\"id\":1,\"name\":\"Ärger\"}");
        assertThat(door.post(webhook)).isEqualTo(200);
        var body = DATABASE.superuser()
                .sql("select shop_domain || ' ' || topic || ' ' || body from webhook_inbox")
                .query((row, _) -> row.getString(1))
                .single();
        assertThat(body).isEqualTo("toy-shop.myshopify.com orders/create {\"id\":1,\"name\":\"Ärger\"}");
    }

    @Test
    void a_repeated_delivery_is_answered_the_same_and_kept_once() throws Exception {
        var webhook = SampleWebhook.of("orders/create", "{}");
        assertThat(door.post(webhook)).isEqualTo(200);
        assertThat(door.post(webhook)).isEqualTo(200);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void what_is_not_signed_by_shopify_is_refused_and_not_kept() throws Exception {
        var random = new Random(20261122);
        for (var forgery : Forgery.values()) {
            var forged = forgery.of(SampleWebhook.random(random), random);
            assertThat(door.post(forged)).as(forgery.name()).isEqualTo(401);
        }
        assertThat(stored()).isZero();
    }

    @Test
    void after_a_rotation_both_secrets_count_until_the_hour_is_over() throws Exception {
        var clock = new SettableClock("2026-07-01T12:00:00Z");
        var until = clock.instant().plus(Duration.ofHours(1));
        var secrets = new ClientSecrets(
                "the new secret", Optional.of(new ClientSecrets.Previous(SampleWebhook.SECRET, until)));
        door.close();
        door = new WebhookDoor(SMALL, table(), new Signatures(secrets, clock));
        assertThat(door.post(SampleWebhook.of("orders/create", "{}"))).isEqualTo(200);
        assertThat(door.post(signedAnew("the new secret"))).isEqualTo(200);
        clock.forward(Duration.ofMinutes(59));
        assertThat(door.post(SampleWebhook.of("orders/create", "{}"))).isEqualTo(200);
        clock.forward(Duration.ofMinutes(1));
        assertThat(door.post(SampleWebhook.of("orders/create", "{}"))).isEqualTo(401);
        assertThat(door.post(signedAnew("the new secret"))).isEqualTo(200);
        assertThat(stored()).isEqualTo(4);
    }

    private static SampleWebhook signedAnew(String secret) {
        var webhook = SampleWebhook.of("orders/create", "{}");
        return webhook.with("X-Shopify-Hmac-Sha256", SigningShopify.base64("HmacSHA256", secret, webhook.body()));
    }

    @Test
    void a_body_over_the_limit_is_refused_before_it_is_read() throws Exception {
        var head = "POST /webhooks HTTP/1.1\r\nHost: a\r\nContent-Length: 10001\r\n\r\n";
        assertThat(door.raw(head, new byte[0])).contains(" 413");
        assertThat(door.post(SampleWebhook.of("orders/create", "x".repeat(10_000))))
                .isEqualTo(200);
    }

    @Test
    void a_body_of_unknown_length_is_cut_off_at_the_limit() throws Exception {
        var head = "POST /webhooks HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        var chunk = Integer.toHexString(12_000) + "\r\n" + "x".repeat(12_000) + "\r\n";
        assertThat(door.raw(head + chunk, new byte[0])).contains(" 413");
    }

    @Test
    void an_authentic_body_of_unknown_length_is_taken() throws Exception {
        var webhook = SampleWebhook.of("orders/create", "{\"id\":12}");
        var head = new StringBuilder("POST /webhooks HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n");
        webhook.headers()
                .forEach((name, values) ->
                        head.append(name).append(": ").append(values.getFirst()).append("\r\n"));
        assertThat(door.raw(head + "\r\n9\r\n{\"id\":12}\r\n0\r\n\r\n", new byte[0]))
                .contains(" 200");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void only_posts_are_webhooks() throws Exception {
        assertThat(door.raw("GET /webhooks HTTP/1.1\r\nHost: a\r\n\r\n", new byte[0]))
                .contains(" 405");
    }

    @Test
    void room_taken_by_bodies_comes_back() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(door.post(SampleWebhook.of("orders/create", "x".repeat(9_000))))
                    .isEqualTo(200);
            assertThat(door.post(
                            SampleWebhook.of("orders/create", "x".repeat(9_000)).with("X-Shopify-Topic")))
                    .isEqualTo(401);
        }
    }

    @Test
    void without_a_database_shopify_is_asked_to_come_again() throws Exception {
        door.close();
        door = open(_ -> {
            throw new SQLException("connection refused", "08001");
        });
        var answer = door.send(SampleWebhook.of("orders/create", "{}"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
    }

    @Test
    void a_row_the_database_refuses_fails_alone() throws Exception {
        door.close();
        var gate = new Gate();
        var table = table();
        door = open(deliveries -> {
            gate.pass();
            table.insert(deliveries);
        });
        var first = CompletableFuture.supplyAsync(() -> status(SampleWebhook.of("orders/create", "{}")), threads);
        gate.awaitFirst();
        // No PostgreSQL takes this time.
        var poison = new Delivery(
                new ShopDomain("toy-shop.myshopify.com"),
                "poison",
                "orders/create",
                Optional.empty(),
                Optional.of(Instant.MAX),
                Body.of(new byte[0]));
        var bad = CompletableFuture.supplyAsync(() -> door.writer.store(poison), threads);
        var neighbours = IntStream.range(0, 10)
                .mapToObj(_ ->
                        CompletableFuture.supplyAsync(() -> status(SampleWebhook.of("orders/create", "{}")), threads))
                .toList();
        while (door.writer.waiting() < 11) {
            Thread.onSpinWait();
        }
        gate.open();
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(200);
        for (var neighbour : neighbours) {
            assertThat(neighbour.get(20, TimeUnit.SECONDS)).isEqualTo(200);
        }
        assertThat(bad.get(20, TimeUnit.SECONDS)).isEqualTo(InboxWriter.Result.NOT_DURABLE);
        assertThat(stored()).isEqualTo(11);
    }

    @Test
    void with_a_full_queue_shopify_is_asked_to_come_again_and_nothing_acknowledged_is_lost() throws Exception {
        door.close();
        var gate = new Gate();
        var table = table();
        var limits = new InboxLimits(10_000, 1_000_000, 3, 50, Duration.ofMinutes(1));
        door = new WebhookDoor(limits, deliveries -> {
            gate.pass();
            table.insert(deliveries);
        });
        var first = CompletableFuture.supplyAsync(() -> status(SampleWebhook.of("orders/create", "{}")), threads);
        gate.awaitFirst();
        var waiting = IntStream.range(0, 3)
                .mapToObj(_ ->
                        CompletableFuture.supplyAsync(() -> status(SampleWebhook.of("orders/create", "{}")), threads))
                .toList();
        while (door.writer.waiting() < 3) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < 5; i++) {
            var answer = door.send(SampleWebhook.of("orders/create", "{}"));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("10");
            assertThat(door.writer.waiting()).isEqualTo(3);
        }
        gate.open();
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(200);
        for (var one : waiting) {
            assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(200);
        }
        assertThat(stored()).isEqualTo(4);
    }

    /** Holds the first commit back, so that others gather behind it. */
    private static final class Gate {
        private final CountDownLatch busy = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);

        void pass() {
            busy.countDown();
            try {
                assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        void awaitFirst() throws InterruptedException {
            assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
        }

        void open() {
            gate.countDown();
        }
    }

    @Test
    void without_room_for_another_body_shopify_is_asked_to_come_again() throws Exception {
        door.close();
        var gate = new Gate();
        var limits = new InboxLimits(10_000, 10_000, 100, 50, Duration.ofMinutes(1));
        door = new WebhookDoor(limits, _ -> gate.pass());
        var large = SampleWebhook.of("orders/create", "x".repeat(10_000));
        var sender = CompletableFuture.supplyAsync(() -> status(large), threads);
        gate.awaitFirst();
        assertThat(door.post(SampleWebhook.of("orders/create", "{}"))).isEqualTo(503);
        gate.open();
        assertThat(sender.get(20, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(door.post(large)).isEqualTo(200);
    }

    private int status(SampleWebhook webhook) {
        try {
            return door.post(webhook);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
