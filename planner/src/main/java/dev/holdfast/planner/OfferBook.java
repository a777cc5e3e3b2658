package dev.holdfast.planner;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many units one offer has accepted: in all, by buyer and by order. Units cancelled are given back. */
final class OfferBook {

    private final Offer offer;
    private final Map<Buyer, Long> byBuyer = new HashMap<>();
    private final Map<OrderId, Long> byOrder = new HashMap<>();
    private long accepted;

    /** A customer; or, where none is known, the order itself. */
    record Buyer(@Nullable CustomerId customer, @Nullable OrderId order) {
        static Buyer of(@Nullable CustomerId customer, OrderId order) {
            return customer == null ? new Buyer(null, order) : new Buyer(customer, null);
        }
    }

    OfferBook(Offer offer) {
        this.offer = offer;
        accepted = offer.shipped();
    }

    OfferBook copy() {
        OfferBook copy = new OfferBook(offer);
        copy.byBuyer.putAll(byBuyer);
        copy.byOrder.putAll(byOrder);
        copy.accepted = accepted;
        return copy;
    }

    Offer offer() {
        return offer;
    }

    long accepted() {
        return accepted;
    }

    /** Units beyond the cap. */
    long beyondCap() {
        return offer.cap() == null ? 0 : Math.max(0, accepted - offer.cap());
    }

    Plan.OfferLeft left() {
        Long cap = offer.cap();
        return new Plan.OfferLeft(offer.id(), accepted, cap == null ? null : Math.max(0, cap - accepted));
    }

    /** Counts units of a line; negative when they are cancelled. */
    void count(DemandLine line, long units) {
        accepted += units;
        byBuyer.merge(Buyer.of(line.customer(), line.order()), units, Long::sum);
        byOrder.merge(line.order(), units, Long::sum);
    }

    /** Why so many more units of the line do not fit, or null when they do. */
    Decision.@Nullable Refusal refusal(DemandLine line, long units) {
        if (!offer.isOpenAt(line.placedAt())) {
            return Decision.Refusal.OFFER_CLOSED;
        }
        if (exceeds(offer.perOrder(), byOrder.getOrDefault(line.order(), 0L) + units)) {
            return Decision.Refusal.PER_ORDER;
        }
        Buyer buyer = Buyer.of(line.customer(), line.order());
        if (exceeds(offer.perCustomer(), byBuyer.getOrDefault(buyer, 0L) + units)) {
            return Decision.Refusal.PER_CUSTOMER;
        }
        return exceeds(offer.cap(), accepted + units) ? Decision.Refusal.CAP_REACHED : null;
    }

    private static boolean exceeds(@Nullable Long limit, long units) {
        return limit != null && units > limit;
    }
}
