/** The plan file: facts and events as JSON in, the plan as JSON out; may use the planner alone. */
@NullMarked
package dev.holdfast.planfile;

import org.jspecify.annotations.NullMarked;
