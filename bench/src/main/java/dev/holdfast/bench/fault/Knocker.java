package dev.holdfast.bench.fault;

import dev.holdfast.bench.process.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends webhooks that are signed as Shopify signs, one after the other, and remembers which were acknowledged. */
final class Knocker implements AutoCloseable {
    // Of a product that is not there: it is read again, and found gone.
    private static final String BODY = "{\"id\":1}";

    private static final int LARGE = 110_000;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI door;
    private final AtomicInteger askedAgain = new AtomicInteger();
    private final AtomicInteger otherAnswers = new AtomicInteger();
    private volatile boolean large;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    Knocker(URI program) {
        door = program.resolve("/webhooks");
    }

    /** Whether it was acknowledged. */
    boolean knock() throws InterruptedException {
        var id = UUID.randomUUID().toString();
        var body = large ? largeBody() : BODY;
        var request = HttpRequest.newBuilder(door)
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", "products/update")
                .header("X-Shopify-Shop-Domain", Toys.SHOP)
                .header("X-Shopify-Webhook-Id", id)
                .header("X-Shopify-Hmac-Sha256", WebhookSignature.of(body))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status == 200) {
                acknowledged.add(id);
                return true;
            }
            (status == 503 ? askedAgain : otherAnswers).incrementAndGet();
            return false;
        } catch (IOException refused) {
            // The program is down: nothing was acknowledged.
            return false;
        }
    }

    /** From now on bodies are of 150 KB that cannot be made smaller, or small again. */
    void large(boolean now) {
        large = now;
    }

    private static String largeBody() {
        var bytes = new byte[LARGE];
        ThreadLocalRandom.current().nextBytes(bytes);
        return "{\"id\":1,\"note\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}";
    }

    /** How many were answered with 503: come again. */
    int askedAgain() {
        return askedAgain.get();
    }

    /** How many were answered with something else than 200 and 503. */
    int otherAnswers() {
        return otherAnswers.get();
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    @Override
    public void close() {
        client.close();
    }
}
