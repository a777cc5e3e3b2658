/** Examples of every rule, with what to expect worked out by hand. */
@NullMarked
package dev.holdfast.planner.rules;

import org.jspecify.annotations.NullMarked;
