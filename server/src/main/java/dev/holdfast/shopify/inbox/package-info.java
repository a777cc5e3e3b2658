/** Webhooks: verified, stored and answered, then handled per shop in order. */
@NullMarked
package dev.holdfast.shopify.inbox;

import org.jspecify.annotations.NullMarked;
