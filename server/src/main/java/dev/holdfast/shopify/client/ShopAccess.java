package dev.holdfast.shopify.client;

import dev.holdfast.platform.ShopId;
import java.time.Duration;

/** Where the right to call Shopify for a shop comes from. */
public interface ShopAccess {
    /** The right as it is now; asks Shopify for a new token first when the old one has run out. */
    Grant grant(ShopId shop);

    /** Shopify does not accept this right any more, whatever its age. */
    void refused(ShopId shop, Access access);

    /** An answer. */
    sealed interface Grant {}

    /** {@code mayChangeShop} is false until the merchant has consented to the first changes. */
    record Given(Access access, boolean mayChangeShop) implements Grant {}

    /** There is none now, a sentence that says why and what to do, and when to ask again if nobody says so before. */
    record Withheld(String reason, Duration again) implements Grant {}
}
