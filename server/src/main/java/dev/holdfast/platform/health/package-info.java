/** How the program is: named checks of all modules on one page, and figures for Prometheus. */
@NullMarked
package dev.holdfast.platform.health;

import org.jspecify.annotations.NullMarked;
