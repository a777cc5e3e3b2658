package dev.holdfast.shopify.inbox;

import java.time.Instant;
import java.util.Optional;

/** One stored webhook that waits to be handled; {@code seq} is the order of arrival. */
record InboxRow(
        long seq,
        String webhookId,
        String topic,
        Optional<String> eventId,
        Optional<Instant> triggeredAt,
        Body body,
        Instant receivedAt) {}
