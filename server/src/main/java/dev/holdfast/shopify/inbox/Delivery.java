package dev.holdfast.shopify.inbox;

import dev.holdfast.shopify.ShopDomain;
import java.time.Instant;
import java.util.Optional;

/**
 * One authentic webhook as it arrived.
 *
 * @param webhookId unique within the shop; made from the contents when Shopify sent none
 * @param eventId shared by all deliveries of one merchant action, so never unique
 */
public record Delivery(
        ShopDomain shop,
        String webhookId,
        String topic,
        Optional<String> eventId,
        Optional<Instant> triggeredAt,
        Body body) {}
