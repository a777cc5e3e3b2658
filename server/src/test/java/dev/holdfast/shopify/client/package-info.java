/** Tests of calls to Shopify. */
@NullMarked
package dev.holdfast.shopify.client;

import org.jspecify.annotations.NullMarked;
