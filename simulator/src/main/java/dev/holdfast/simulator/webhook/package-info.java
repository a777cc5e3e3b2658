/** Webhooks: who is told of what, what is sent and when, and what goes wrong on the way. */
@NullMarked
package dev.holdfast.simulator.webhook;

import org.jspecify.annotations.NullMarked;
