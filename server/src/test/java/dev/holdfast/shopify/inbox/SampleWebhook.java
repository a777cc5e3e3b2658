package dev.holdfast.shopify.inbox;

import dev.holdfast.shopify.SigningShopify;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** A webhook as Shopify sends it, and copies of it with something changed. */
public final class SampleWebhook {
    public static final String SECRET = "shpss_0123456789abcdef0123456789abcdef";
    /** Whose time is over; wrong where nobody has heard of it. */
    public static final String OLD_SECRET = "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";

    private final Map<String, List<String>> headers;
    private final byte[] body;

    private SampleWebhook(Map<String, List<String>> headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    public static SampleWebhook of(String topic, String body) {
        return of(topic, body.getBytes(StandardCharsets.UTF_8), UUID.randomUUID());
    }

    static SampleWebhook of(String topic, byte[] body, UUID id) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.put("X-Shopify-Topic", List.of(topic));
        headers.put("X-Shopify-Shop-Domain", List.of("toy-shop.myshopify.com"));
        headers.put("X-Shopify-API-Version", List.of("2026-07"));
        headers.put("X-Shopify-Webhook-Id", List.of(id.toString()));
        headers.put("X-Shopify-Triggered-At", List.of("2026-07-01T12:00:00.123456789Z"));
        headers.put("X-Shopify-Event-Id", List.of("98880550-7158-44d4-b7cd-2c97c8a091b5"));
        headers.put("X-Shopify-Hmac-Sha256", List.of(SigningShopify.base64("HmacSHA256", SECRET, body)));
        return new SampleWebhook(headers, body);
    }

    public static SampleWebhook random(Random random) {
        var body = "{\"id\":%d,\"note\":\"%s\"}".formatted(random.nextLong(1L << 60), "ä".repeat(random.nextInt(300)));
        return of(
                "orders/create", body.getBytes(StandardCharsets.UTF_8), new UUID(random.nextLong(), random.nextLong()));
    }

    SampleWebhook with(String header, String... values) {
        var changed = new TreeMap<>(headers);
        changed.put(header, List.of(values));
        return new SampleWebhook(caseless(changed), body);
    }

    SampleWebhook without(String header) {
        var changed = caseless(headers);
        changed.remove(header);
        return new SampleWebhook(changed, body);
    }

    /** Another body under the old signature. */
    public SampleWebhook withBody(byte[] other) {
        return new SampleWebhook(headers, other);
    }

    List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    public Map<String, List<String>> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    private static Map<String, List<String>> caseless(Map<String, List<String>> headers) {
        var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return copy;
    }
}
