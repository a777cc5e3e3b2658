/** How Holdfast is installed on a shop and keeps the right to call Shopify for it. */
@NullMarked
@NamedInterface("auth")
package dev.holdfast.shopify.auth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
