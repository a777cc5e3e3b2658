/** What no history may break: the rules P1 to P10, and that the engine and the naive planner say the same. */
@NullMarked
package dev.holdfast.planner.properties;

import org.jspecify.annotations.NullMarked;
