/** Theme app extensions, and the Liquid objects their blocks read. */
@NullMarked
package dev.holdfast.simulator.window.theme;

import org.jspecify.annotations.NullMarked;
