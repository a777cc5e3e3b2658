package dev.holdfast.simulator.shop;

import dev.holdfast.simulator.shop.Allocation.Parcel;
import dev.holdfast.simulator.shop.state.Transaction;
import java.util.List;

/**
 * An order about to be made: everything decided, nothing done.
 *
 * @param storeCreditMinor what of the payment now is taken from the customer's store credit; it was looked up before
 * @param gateway of what else is paid now
 */
record Sale(
        Terms terms,
        List<Wanted> lines,
        List<Long> discounts,
        List<Parcel> parcels,
        long shippingMinor,
        PaymentPlan payment,
        long storeCreditMinor,
        Transaction.Kind kind,
        Transaction.Status status,
        String gateway) {

    /** Who buys, and by which door the order came. */
    record Terms(
            Cart.Buyer buyer,
            Origin origin,
            Cart cart,
            List<String> tags,
            @org.jspecify.annotations.Nullable String note) {}

    /**
     * The door an order came by.
     *
     * @param source as the order's source name
     * @param vaults whether what the buyer paid with may be charged again
     */
    record Origin(String source, boolean vaults) {

        static final Origin CHECKOUT = new Origin("web", true);
        static final Origin DRAFT = new Origin("shopify_draft_order", false);
    }
}
