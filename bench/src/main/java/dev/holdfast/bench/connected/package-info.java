/** A simulated shop within the bench, and the real program connected to it over HTTP, for the runs that load both. */
@NullMarked
package dev.holdfast.bench.connected;

import org.jspecify.annotations.NullMarked;
