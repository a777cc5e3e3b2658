/** How fast the simulator is, and how much of a load run is its own. */
@NullMarked
package dev.holdfast.bench.simulator;

import org.jspecify.annotations.NullMarked;
