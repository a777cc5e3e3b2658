/** Which webhooks Shopify sends us: the list, checked and mended. */
@NullMarked
package dev.holdfast.shopify.subscription;

import org.jspecify.annotations.NullMarked;
