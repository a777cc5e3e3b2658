/** What happened in a simulated shop, in order: everything that becomes a webhook. */
@NullMarked
package dev.holdfast.simulator.shop.event;

import org.jspecify.annotations.NullMarked;
