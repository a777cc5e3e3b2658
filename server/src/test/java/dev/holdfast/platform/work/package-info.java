/** Workers, timers and leases. */
@NullMarked
package dev.holdfast.platform.work;

import org.jspecify.annotations.NullMarked;
