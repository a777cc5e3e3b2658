package dev.holdfast.shopify.client;

import dev.holdfast.shopify.ShopifyFault;
import java.util.Optional;

/** A whole reply of Shopify to one request; a no still tells what points are left. */
sealed interface Reply {
    Optional<Cost> cost();

    /** There is data. */
    record Given(Answer answer) implements Reply {
        @Override
        public Optional<Cost> cost() {
            return answer.cost();
        }
    }

    /** There is none. */
    record Denied(ShopifyFault fault, Optional<Cost> cost) implements Reply {}
}
