/** How long it takes to copy a shop that is large already. */
@NullMarked
package dev.holdfast.bench.firstimport;

import org.jspecify.annotations.NullMarked;
