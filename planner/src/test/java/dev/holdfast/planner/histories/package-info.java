/** Random shops and what happens to them: a seeded generator, and how a failing case is made small and shown. */
@NullMarked
package dev.holdfast.planner.histories;

import org.jspecify.annotations.NullMarked;
