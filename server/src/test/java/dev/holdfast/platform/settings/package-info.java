/** Settings, good and bad. */
@NullMarked
package dev.holdfast.platform.settings;

import org.jspecify.annotations.NullMarked;
