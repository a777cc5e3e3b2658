/** Liquid as Shopify's storefront has it, on a library: what is not known is an error that names it, never nothing. */
@NullMarked
package dev.holdfast.simulator.window.liquid;

import org.jspecify.annotations.NullMarked;
