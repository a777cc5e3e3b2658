/** The commands of the program; may use every other module. */
@NullMarked
package dev.holdfast.cli;

import org.jspecify.annotations.NullMarked;
