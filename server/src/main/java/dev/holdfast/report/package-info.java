/** Sets what we know beside what Shopify has, says each difference and mends it; may use all but admin. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shop", "shop :: mirror", "shop :: refresh", "shopify", "shopify :: client", "platform"})
package dev.holdfast.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
