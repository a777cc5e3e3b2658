/** The way out of a shop: what is ours in it, and how it is taken back when the merchant leaves Holdfast. */
@NullMarked
@NamedInterface("leave")
package dev.holdfast.shop.leave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
