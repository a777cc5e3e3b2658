package dev.holdfast.shopify.client;

import dev.holdfast.shopify.ShopDomain;

/** The right to call Shopify for one shop. */
public record Access(ShopDomain shop, String token) {
    @Override
    public String toString() {
        return "Access[" + shop + "]";
    }
}
