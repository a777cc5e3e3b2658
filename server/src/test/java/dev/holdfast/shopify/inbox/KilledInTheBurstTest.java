package dev.holdfast.shopify.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.cli.Main;
import dev.holdfast.platform.testing.RunningServer;
import dev.holdfast.platform.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program in a process of its own is killed in the midst of a burst; {@code bench/run intake} does it at full size,
 * and alone has bars for the rate: here the senders and their cold program share the cores with whatever else is tested,
 * and {@link InboxWriterTest} holds what the rate comes from, the commit that many webhooks share.
 */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class KilledInTheBurstTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int SENDERS = 32;
    private static final int ANSWERS_BEFORE_THE_KILL = 1_000;
    private static final Pattern READY = Pattern.compile("Ready after [^,]* on (http://127\\.0\\.0\\.1:[0-9]+)");

    /** One home for all: the key in it belongs to the database. */
    @TempDir
    private static Path folder;

    private final Map<String, SampleWebhook> sent = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final CountDownLatch enough = new CountDownLatch(ANSWERS_BEFORE_THE_KILL);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void empty() {
        DATABASE.superuser().sql("truncate webhook_inbox").update();
    }

    @Test
    void what_was_acknowledged_is_stored_and_the_rest_is_taken_when_it_comes_again() throws Exception {
        var program = start();
        try {
            burst(awaitReady(program), program::destroyForcibly);
        } finally {
            program.destroyForcibly().waitFor();
        }
        System.out.printf(
                "intake: %d acknowledged before the kill; no bar for the rate in short, a cold program tells none%n",
                acknowledged.size());
        assertThat(stored()).containsAll(acknowledged);
        assertThat(sent.keySet()).containsAll(stored());
        try (var again = RunningServer.start(DATABASE, folder.resolve("home"), Map.of("role", "web"))) {
            for (var webhook : sent.values()) {
                assertThat(post(again.uri("/"), webhook)).isEqualTo(200);
            }
        }
        assertThat(stored()).as("each once").containsExactlyInAnyOrderElementsOf(sent.keySet());
    }

    @Test
    void a_stop_loses_nothing_either_and_ends_by_itself() throws Exception {
        var server = RunningServer.start(DATABASE, folder.resolve("home"), Map.of("role", "web"));
        burst(server.uri("/"), server::close);
        assertThat(stored()).containsAll(acknowledged);
        assertThat(sent.keySet()).containsAll(stored());
    }

    /** Many send at once; when enough was answered it is ended, and they send until nobody takes it. */
    private void burst(URI door, Runnable end) throws InterruptedException {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SENDERS; i++) {
                var random = new Random(i);
                senders.execute(() -> sendUntilItBreaks(door, random));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS))
                    .as("a thousand answers")
                    .isTrue();
            end.run();
        }
    }

    private Process start() throws IOException {
        var owner = DATABASE.owner();
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve")
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment()
                .putAll(Map.of(
                        "HOLDFAST_HOME",
                        folder.resolve("home").toString(),
                        "HOLDFAST_ROLE",
                        "web",
                        "HOLDFAST_HTTP_PORT",
                        "0",
                        "HOLDFAST_OPERATOR_PORT",
                        "0",
                        "HOLDFAST_DATABASE_URL",
                        owner.url(),
                        "HOLDFAST_DATABASE_USER",
                        owner.user(),
                        "HOLDFAST_DATABASE_PASSWORD",
                        owner.password(),
                        "HOLDFAST_SHOPIFY_CLIENT_ID",
                        "holdfast",
                        "HOLDFAST_SHOPIFY_CLIENT_SECRET",
                        SampleWebhook.SECRET));
        return builder.start();
    }

    private static Path log() {
        return folder.resolve("serve.log");
    }

    private URI awaitReady(Process program) throws IOException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end) {
            var found = READY.matcher(Files.readString(log()));
            if (found.find()) {
                return URI.create(found.group(1) + "/");
            }
            assertThat(program.isAlive()).as(Files.readString(log())).isTrue();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("not ready: " + Files.readString(log()));
    }

    private void sendUntilItBreaks(URI door, Random random) {
        try {
            while (true) {
                var webhook = SampleWebhook.random(random);
                var id = webhook.header("X-Shopify-Webhook-Id").getFirst();
                sent.put(id, webhook);
                if (post(door, webhook) == 200) {
                    acknowledged.add(id);
                }
                enough.countDown();
            }
        } catch (IOException e) {
            // The program was killed: what it had not acknowledged, Shopify sends again.
            enough.countDown();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private int post(URI door, SampleWebhook webhook) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(door.resolve("/webhooks"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()));
        webhook.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static List<String> stored() {
        return DATABASE.superuser()
                .sql("select webhook_id from webhook_inbox")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
