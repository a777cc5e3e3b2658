/** Tests of what all doors to Shopify share. */
@NullMarked
package dev.holdfast.shopify;

import org.jspecify.annotations.NullMarked;
