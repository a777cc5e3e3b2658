/** Work besides requests: workers that look for it, timers, and leases for what one process at a time may do. */
@NullMarked
package dev.holdfast.platform.work;

import org.jspecify.annotations.NullMarked;
