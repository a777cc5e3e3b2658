/** Work besides requests: workers that look for it, timers, and which processes do it. */
@NullMarked
package dev.holdfast.platform.work;

import org.jspecify.annotations.NullMarked;
