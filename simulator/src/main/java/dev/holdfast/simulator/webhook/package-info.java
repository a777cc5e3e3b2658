/** The webhook subscriptions of apps. */
@NullMarked
package dev.holdfast.simulator.webhook;

import org.jspecify.annotations.NullMarked;
