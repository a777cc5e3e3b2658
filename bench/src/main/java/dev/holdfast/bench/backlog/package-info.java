/** How long a merchant's whole backlog takes to read and plan. */
@NullMarked
package dev.holdfast.bench.backlog;

import org.jspecify.annotations.NullMarked;
