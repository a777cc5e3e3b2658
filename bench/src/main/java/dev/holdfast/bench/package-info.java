/** Every measurement of the product, behind the one door {@code bench/run}. */
@NullMarked
package dev.holdfast.bench;

import org.jspecify.annotations.NullMarked;
