package dev.holdfast.backlog;

import dev.holdfast.planner.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory file says of a variant at a location.
 *
 * @param sellable units physically there that may be sold: on hand less unavailable; null where the file has no figure on hand
 * @param available as Shopify counts it, less than zero when oversold; null when the file has none
 * @param committed units Shopify holds for open orders there; null when the file has none
 */
record StockLevel(
        LocationId location,
        @Nullable Long sellable,
        @Nullable Long available,
        @Nullable Long committed) {}
