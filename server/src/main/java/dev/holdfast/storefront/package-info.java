/** What a shop's own pages are told of what is for sale; may use supply, catalog, shop, shopify and platform. */
@NullMarked
@ApplicationModule(allowedDependencies = {"supply", "catalog", "shop", "shopify", "shopify :: auth", "platform"})
package dev.holdfast.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
