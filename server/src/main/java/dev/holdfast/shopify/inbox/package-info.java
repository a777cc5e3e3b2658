/** Webhooks: verified, stored and answered, then handled per shop in order. */
@NullMarked
@NamedInterface("inbox")
package dev.holdfast.shopify.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
