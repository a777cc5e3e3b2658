/** The shop window: product, cart, checkout and order pages as a buyer sees them, plain HTML that needs no script. */
@NullMarked
package dev.holdfast.simulator.window;

import org.jspecify.annotations.NullMarked;
