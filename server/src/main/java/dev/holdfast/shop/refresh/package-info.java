/** Reads again from Shopify what a hint says has changed: coalesced, one worker per shop, until it is read. */
@NullMarked
@NamedInterface("refresh")
package dev.holdfast.shop.refresh;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
