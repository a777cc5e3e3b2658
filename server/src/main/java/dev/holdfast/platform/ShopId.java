package dev.holdfast.platform;

/** Our own number of an installed shop, first in every key of its rows; not Shopify's id. */
public record ShopId(long value) {

    public ShopId {
        if (value <= 0) {
            throw new IllegalArgumentException("a shop's number is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return "shop " + value;
    }
}
