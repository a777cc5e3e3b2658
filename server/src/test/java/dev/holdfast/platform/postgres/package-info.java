/** The embedded server: first start, kills, strangers. */
@NullMarked
package dev.holdfast.platform.postgres;

import org.jspecify.annotations.NullMarked;
