package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.shop.Shop;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One body on its way to one address: it keeps both, whatever becomes of the subscription meanwhile.
 *
 * @param webhookId null to be sent without ids
 * @param faults what goes wrong with it, in words
 */
record Delivery(
        Shop shop,
        WebhookSubscriptions.Owner owner,
        WebhookSubscription subscription,
        String topic,
        @Nullable String webhookId,
        @Nullable String eventId,
        Instant triggeredAt,
        Attempt.Body body,
        Set<String> faults) {

    static final String OLD_SECRET = "old_secret";

    Delivery {
        faults = Set.copyOf(faults);
    }

    Instant now() {
        return shop.clock().now();
    }

    boolean signedWithOldSecret() {
        return faults.contains(OLD_SECRET);
    }
}
