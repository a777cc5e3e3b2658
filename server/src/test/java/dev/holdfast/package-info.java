/** What holds for the whole program: the arrows between its modules, and tidy sources. */
@NullMarked
package dev.holdfast;

import org.jspecify.annotations.NullMarked;
