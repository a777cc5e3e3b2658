package dev.holdfast.shopify.turn;

import dev.holdfast.platform.ShopId;

/**
 * The right to work on a shop for a while.
 *
 * @param fence grows with each holder: a write under an old number is refused
 */
public record Turn(Duty duty, ShopId shop, long fence) {}
