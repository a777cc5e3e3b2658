/** The engine: who gets which unit, and when; a pure library that depends on nothing. */
@NullMarked
package dev.holdfast.planner;

import org.jspecify.annotations.NullMarked;
