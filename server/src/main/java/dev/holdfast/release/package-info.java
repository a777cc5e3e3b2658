/** Holds fulfillment orders back; may use order, shopify, shop and platform. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "order",
            "shop",
            "shop :: leave",
            "shop :: refresh",
            "shopify",
            "shopify :: outbox",
            "platform"
        })
package dev.holdfast.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
