package dev.holdfast.backlog;

import java.time.Instant;

/**
 * What is kept of an order with open lines.
 *
 * @param payment what stands in the way of shipping it, in words; empty when it is paid
 */
public record PlacedOrder(String name, Instant placedAt, long priority, String payment) {}
