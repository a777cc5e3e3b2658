/** The one door to every measurement: lists the benches, runs one, and says whether its bars are held. */
@NullMarked
package dev.holdfast.bench;

import org.jspecify.annotations.NullMarked;
