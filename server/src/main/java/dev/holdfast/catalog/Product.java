package dev.holdfast.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A product with its variants, as Shopify has it. */
record Product(long id, String title, String status, List<Variant> variants, Instant updatedAt, Instant readAt) {
    Product {
        variants = List.copyOf(variants);
    }

    /** A variant, with the inventory item that is counted for it. */
    record Variant(
            long product,
            long id,
            long inventoryItem,
            String title,
            Optional<String> sku,
            String policy,
            boolean tracked,
            Instant updatedAt) {}
}
