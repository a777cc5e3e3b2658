/** What privacy law lets buyers and shops ask: what is known of them, and that it is forgotten. */
@NullMarked
@NamedInterface("privacy")
package dev.holdfast.shop.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
