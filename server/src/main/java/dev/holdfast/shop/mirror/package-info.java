/** How a module keeps a copy of things that Shopify has, so that importing, refreshing and reconciling are written once. */
@NullMarked
@NamedInterface("mirror")
package dev.holdfast.shop.mirror;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
