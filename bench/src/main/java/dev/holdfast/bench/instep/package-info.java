/** Whether our copy of a shop is right, on the scale that takes minutes; the short forms are the server's own tests. */
@NullMarked
package dev.holdfast.bench.instep;

import org.jspecify.annotations.NullMarked;
