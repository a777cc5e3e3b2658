/** The whole program beside a simulated shop that trades: what Shopify knows, we know. */
@NullMarked
package dev.holdfast.trade;

import org.jspecify.annotations.NullMarked;
