package dev.holdfast.bench.intake;

import dev.holdfast.bench.process.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** An order of about 2 KB, signed as Shopify signs. */
record SignedBody(String text, String signature) {
    private static final int BYTES = 2048;

    static SignedBody of(int number) {
        var random = new Random(number);
        var text = new StringBuilder(
                "{\"id\":%d,\"name\":\"#%d\",\"note\":\"".formatted(5_000_000_000_000L + number, number));
        while (text.length() < BYTES - 2) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        text.append("\"}");
        return new SignedBody(text.toString(), WebhookSignature.of(text.toString()));
    }

    /** A whole request; {@code id} has 36 letters. */
    byte[] request(String id) {
        return """
                POST /webhooks HTTP/1.1\r
                Host: bench\r
                Content-Type: application/json\r
                Content-Length: %d\r
                X-Shopify-Topic: orders/create\r
                X-Shopify-Shop-Domain: toy-shop.myshopify.com\r
                X-Shopify-API-Version: 2026-07\r
                X-Shopify-Triggered-At: 2026-07-01T12:00:00Z\r
                X-Shopify-Event-Id: 98880550-7158-44d4-b7cd-2c97c8a091b5\r
                X-Shopify-Hmac-Sha256: %s\r
                X-Shopify-Webhook-Id: %s\r
                \r
                %s""".formatted(text.length(), signature, id, text).getBytes(StandardCharsets.US_ASCII);
    }
}
