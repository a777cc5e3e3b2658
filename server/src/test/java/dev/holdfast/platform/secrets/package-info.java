/** Sealing, opening, and changing the key. */
@NullMarked
package dev.holdfast.platform.secrets;

import org.jspecify.annotations.NullMarked;
