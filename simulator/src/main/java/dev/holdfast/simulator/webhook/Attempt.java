package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.auth.Signatures;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver a webhook, as it went.
 *
 * @param sequence counts from 1 in the order in which answers came
 * @param number 1 for the first try, up to 9
 * @param at on the shop's clock
 * @param status of the answer; null when there was none
 * @param problem why there was none; null when there was one
 * @param faults what was made to go wrong, in words
 */
public record Attempt(
        long sequence,
        String shop,
        String clientId,
        long subscription,
        URI uri,
        String topic,
        @Nullable String webhookId,
        @Nullable String eventId,
        int number,
        Instant triggeredAt,
        Instant at,
        @Nullable Integer status,
        @Nullable String problem,
        Set<String> faults,
        Body body) {

    /** What was sent. */
    public static final class Body {
        private final byte[] bytes;
        private volatile @Nullable Signed signed;

        private record Signed(String secret, String signature) {}

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        /** By this secret; what several webhooks tell is signed once. */
        String signature(String secret) {
            Signed before = signed;
            if (before == null || !before.secret().equals(secret)) {
                before = new Signed(secret, Signatures.webhook(bytes, secret));
                signed = before;
            }
            return before.signature();
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Whether Shopify takes it as received. */
    public boolean delivered() {
        return status != null && status >= 200 && status < 300;
    }
}
