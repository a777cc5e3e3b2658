/** Products, variants and locations as Shopify has them; may use shop, shopify and platform. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shop",
            "shop :: mirror",
            "shop :: refresh",
            "shopify",
            "shopify :: client",
            "shopify :: inbox",
            "platform"
        })
package dev.holdfast.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
