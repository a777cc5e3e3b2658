/** Webhooks into the program as it is shipped, beside what its database takes one row at a time. */
@NullMarked
package dev.holdfast.bench.intake;

import org.jspecify.annotations.NullMarked;
