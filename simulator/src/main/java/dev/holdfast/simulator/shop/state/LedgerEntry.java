package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.InventoryItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one state of one level, whoever made it.
 *
 * @param after the quantity the change left
 * @param reason Shopify's reason, or the event in lower case for what checkout and fulfillment do
 * @param reference the document given with the change, or the order's global id
 */
public record LedgerEntry(
        long sequence,
        Instant at,
        InventoryItemId item,
        LocationId location,
        QuantityName name,
        int delta,
        int after,
        String reason,
        @Nullable String reference,
        @Nullable String ledgerDocument) {}
