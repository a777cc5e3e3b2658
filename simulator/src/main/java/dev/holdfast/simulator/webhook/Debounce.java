package dev.holdfast.simulator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Keeps back a body that is the same as the last one about the same thing. Shopify does so for subscriptions that
 * include only some fields; for how long is not documented.
 */
final class Debounce {

    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 50_000;

    private final LinkedHashMap<Key, Sent> last = new LinkedHashMap<>();

    private record Key(long subscription, String thing) {}

    private record Sent(int hash, Instant at) {}

    /** Whether {@code bytes} were sent about the same thing a moment ago; from now on they were. */
    synchronized boolean repeats(WebhookSubscription to, JsonNode whole, byte[] bytes, Instant now) {
        if (to.includeFields().isEmpty()) {
            return false;
        }
        String thing =
                whole.path("admin_graphql_api_id").asString(whole.path("id").asString(""));
        Sent sent = new Sent(Arrays.hashCode(bytes), now);
        @Nullable Sent before = last.put(new Key(to.number(), thing), sent);
        if (last.size() > REMEMBERED) {
            last.pollFirstEntry();
        }
        return before != null
                && before.hash() == sent.hash()
                && now.isBefore(before.at().plus(WINDOW));
    }
}
