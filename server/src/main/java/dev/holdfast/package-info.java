/** Where the modules are put together into one program. */
@NullMarked
package dev.holdfast;

import org.jspecify.annotations.NullMarked;
