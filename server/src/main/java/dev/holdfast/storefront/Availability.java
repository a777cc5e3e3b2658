package dev.holdfast.storefront;

import java.util.Locale;

/** Whether a variant can be bought now, by Shopify's own rules of stock. */
enum Availability {
    /** Units are there, or nobody counts them. */
    IN_STOCK,
    /** None is there, and the shop sells on. */
    SOLD_AHEAD,
    SOLD_OUT;

    static Availability of(boolean tracked, boolean sellsOn, long units) {
        if (!tracked || units > 0) {
            return IN_STOCK;
        }
        return sellsOn ? SOLD_AHEAD : SOLD_OUT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
