/** Every door of the whole program, knocked on by those who may not come in. */
@NullMarked
package dev.holdfast.doors;

import org.jspecify.annotations.NullMarked;
