package dev.holdfast.simulator.shop.event;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened.
 *
 * @param sequence counts from 1 without gaps within a shop
 * @param at the shop's clock
 * @param eventId shared by all events of one action, as Shopify shares its {@code X-Shopify-Event-Id}
 */
public record ShopEvent(long sequence, Instant at, UUID eventId, Topic topic, Subject subject) {}
