/** Orders, their lines and how they are to be fulfilled; may use catalog, shop, shopify and platform. */
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
package dev.holdfast.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
