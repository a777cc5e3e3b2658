/** Selling plans as Shopify has them, and what may be sold ahead; may use catalog, shop, shopify and platform. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "shop",
            "shop :: mirror",
            "shop :: refresh",
            "shopify",
            "shopify :: client",
            "shopify :: inbox",
            "platform"
        })
package dev.holdfast.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
