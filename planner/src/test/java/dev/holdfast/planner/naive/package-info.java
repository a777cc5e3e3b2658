/** A second planner for the tests: slow, obvious, unit by unit, and written without looking at the first. */
@NullMarked
package dev.holdfast.planner.naive;

import org.jspecify.annotations.NullMarked;
