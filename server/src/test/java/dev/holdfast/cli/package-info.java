/** The commands, run as their users run them. */
@NullMarked
package dev.holdfast.cli;

import org.jspecify.annotations.NullMarked;
