/** What a simulated shop knows, as immutable values; amounts end in {@code Minor} and are minor units of the shop's currency. */
@NullMarked
package dev.holdfast.simulator.shop.state;

import org.jspecify.annotations.NullMarked;
