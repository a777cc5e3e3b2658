/** What a bench is, and how it shows its figures: medians with their spread, limits beside them, bars. */
@NullMarked
package dev.holdfast.bench.report;

import org.jspecify.annotations.NullMarked;
