/** Runs of the tests that knock on every door, larger than ./verify has them. */
@NullMarked
package dev.holdfast.bench.doors;

import org.jspecify.annotations.NullMarked;
