/** Tests of the webhook inbox. */
@NullMarked
package dev.holdfast.shopify.inbox;

import org.jspecify.annotations.NullMarked;
