package dev.holdfast.backlog;

import dev.holdfast.planner.Inbound;

/**
 * A row of the inbound file.
 *
 * @param reference the delivery as the merchant calls it; several rows may share it
 * @param supplier empty when not given
 */
public record Delivery(Inbound inbound, String reference, String supplier) {}
