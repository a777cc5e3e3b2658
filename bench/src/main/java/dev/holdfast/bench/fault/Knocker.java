package dev.holdfast.bench.fault;

import dev.holdfast.bench.process.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Sends webhooks that are signed as Shopify signs, one after the other, and remembers which were acknowledged. */
final class Knocker implements AutoCloseable {
    // Of a product that is not there: it is read again, and found gone.
    private static final String BODY = "{\"id\":1}";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI door;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    Knocker(URI program) {
        door = program.resolve("/webhooks");
    }

    /** Whether it was acknowledged. */
    boolean knock() throws InterruptedException {
        var id = UUID.randomUUID().toString();
        var request = HttpRequest.newBuilder(door)
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", "products/update")
                .header("X-Shopify-Shop-Domain", Toys.SHOP)
                .header("X-Shopify-Webhook-Id", id)
                .header("X-Shopify-Hmac-Sha256", WebhookSignature.of(BODY))
                .POST(BodyPublishers.ofString(BODY))
                .build();
        try {
            if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                acknowledged.add(id);
                return true;
            }
            return false;
        } catch (IOException refused) {
            // The program is down: nothing was acknowledged.
            return false;
        }
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    @Override
    public void close() {
        client.close();
    }
}
