/** Benches of the program as people start it, by the launcher. */
@NullMarked
package dev.holdfast.bench.program;

import org.jspecify.annotations.NullMarked;
