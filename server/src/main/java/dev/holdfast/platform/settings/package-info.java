/** Settings from file, environment and command line, checked before anything starts. */
@NullMarked
package dev.holdfast.platform.settings;

import org.jspecify.annotations.NullMarked;
