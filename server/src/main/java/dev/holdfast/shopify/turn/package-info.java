/** Who works on a shop's inbox or outbox now: one worker at a time, in whichever process. */
@NullMarked
@NamedInterface("turn")
package dev.holdfast.shopify.turn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
