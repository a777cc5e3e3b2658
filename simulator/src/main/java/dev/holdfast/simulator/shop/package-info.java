/**
 * A Shopify shop in memory: state, rules and time, without HTTP or JSON.
 *
 * <p>{@code Shop} is the door. {@code shop.state} has what a shop knows as immutable records and typed ids;
 * {@code shop.event} what happened, in order. Commands give a {@code Result}: done with a value, or refused with
 * Shopify's user errors and nothing changed.
 */
@NullMarked
package dev.holdfast.simulator.shop;

import org.jspecify.annotations.NullMarked;
