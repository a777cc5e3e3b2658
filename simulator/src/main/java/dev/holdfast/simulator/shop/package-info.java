/**
 * A Shopify shop in memory: state, rules and time, without HTTP or JSON.
 *
 * <p>{@link dev.holdfast.simulator.shop.Shop} is the door; each of its parts is one class here, and each command names
 * the mutation whose rules it keeps:
 *
 * <ul>
 *   <li>goods: {@code catalog}, {@code variantUpdates}, {@code inventory}, {@code locations}, {@code deliveryProfiles},
 *       {@code sellingPlans}, {@code transfers}, {@code shipments};
 *   <li>sales: {@code checkouts}, {@code drafts}, {@code orders} (also cancelling, marking as paid, {@code orderCreate});
 *   <li>after the sale: {@code fulfillmentOrders}, {@code fulfillments}, {@code edits}, {@code refunds}, {@code returns},
 *       {@code payments}, {@code customers} (store credit);
 *   <li>notes on things: {@code metafields}, {@code tags};
 *   <li>for tests and demos: {@code staff} plays people at Shopify's own admin, {@code truth} shows what really is.
 * </ul>
 *
 * <p>A command gives a {@link dev.holdfast.simulator.shop.Result}: done, or refused with Shopify's user errors and
 * nothing changed. Each runs under the shop's one lock ({@code World}); all rows are immutable ({@code shop.state}), so
 * reading needs no lock. What happened is in {@code shop.event}, in order. What Shopify leaves open is a {@link
 * dev.holdfast.simulator.shop.Switch}. Nothing depends on wall-clock time or chance: the same commands, seed and clock
 * give the same ids and events.
 */
@NullMarked
package dev.holdfast.simulator.shop;

import org.jspecify.annotations.NullMarked;
