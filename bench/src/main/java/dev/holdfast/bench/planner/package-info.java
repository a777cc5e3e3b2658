/** The planner's measurements: a million waiting lines, and the cost of one more. */
@NullMarked
package dev.holdfast.bench.planner;

import org.jspecify.annotations.NullMarked;
