package dev.holdfast.bench.intake;

import dev.holdfast.bench.process.ServedProgram;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
        return new SignedBody(text.toString(), sign(text.toString()));
    }

    private static String sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ServedProgram.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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
