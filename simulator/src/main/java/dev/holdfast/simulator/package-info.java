/** A Shopify shop to run against; independent of the product. */
@NullMarked
package dev.holdfast.simulator;

import org.jspecify.annotations.NullMarked;
