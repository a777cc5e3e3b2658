/** Runs whole programs and measures their time and memory. */
@NullMarked
package dev.holdfast.bench.process;

import org.jspecify.annotations.NullMarked;
