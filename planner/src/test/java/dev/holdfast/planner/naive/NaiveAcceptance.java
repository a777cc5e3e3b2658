package dev.holdfast.planner.naive;

import dev.holdfast.planner.Decision.Refusal;
import dev.holdfast.planner.Offer;
import dev.holdfast.planner.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether there is room for some more units of a line. */
final class NaiveAcceptance {

    private final NaiveShop shop;

    NaiveAcceptance(NaiveShop shop) {
        this.shop = shop;
    }

    /**
     * Why not, or null.
     *
     * @param earlier lines of the same order that were found to fit: they stand at the end of the queue
     */
    @Nullable
    Refusal refusal(NaiveLine line, long units, List<NaiveLine> earlier) {
        if (line.offer() != null) {
            return refusalByOffer(line, shop.offer(line.offer()), units, earlier);
        }
        return policyTakes(line, units, earlier) ? null : Refusal.OUT_OF_STOCK;
    }

    private @Nullable Refusal refusalByOffer(NaiveLine line, Offer offer, long units, List<NaiveLine> earlier) {
        List<NaiveLine> counted = new ArrayList<>();
        for (NaiveLine other : shop.lines) {
            if (offer.id().equals(other.offer())) {
                counted.add(other);
            }
        }
        for (NaiveLine other : earlier) {
            if (offer.id().equals(other.offer())) {
                counted.add(other);
            }
        }
        if (isClosed(offer, line)) {
            return Refusal.OFFER_CLOSED;
        }
        long ofOrder = sum(counted, other -> other.told.order().equals(line.told.order()));
        if (offer.perOrder() != null && ofOrder + units > offer.perOrder()) {
            return Refusal.PER_ORDER;
        }
        long ofBuyer = sum(counted, other -> other.buyer().equals(line.buyer()));
        if (offer.perCustomer() != null && ofBuyer + units > offer.perCustomer()) {
            return Refusal.PER_CUSTOMER;
        }
        long ofAll = offer.shipped() + sum(counted, other -> true);
        return offer.cap() != null && ofAll + units > offer.cap() ? Refusal.CAP_REACHED : null;
    }

    static boolean isClosed(Offer offer, NaiveLine line) {
        boolean tooEarly = offer.opens() != null && line.told.placedAt().isBefore(offer.opens());
        boolean tooLate = offer.closes() != null && !line.told.placedAt().isBefore(offer.closes());
        return tooEarly || tooLate;
    }

    private static long sum(List<NaiveLine> lines, Predicate<NaiveLine> which) {
        return lines.stream().filter(which).mapToLong(line -> line.accepted).sum();
    }

    private boolean policyTakes(NaiveLine line, long units, List<NaiveLine> earlier) {
        List<NaiveLine> queue = shop.queue(line.told.variant());
        for (NaiveLine other : earlier) {
            if (other.told.variant().equals(line.told.variant())) {
                queue.add(other);
            }
        }
        NaiveFill fill = new NaiveFill(shop, line.told.variant(), queue);
        long stockLeft = fill.left(true, line::mayUse);
        return switch (shop.policy(line.told.variant())) {
            case Policy.Deny _ -> units <= stockLeft;
            case Policy.Incoming _ -> units <= stockLeft + fill.left(false, line::mayUse);
            case Policy.Backorder(Long limit) ->
                limit == null || units <= stockLeft || fill.waiting() + (units - stockLeft) <= limit;
        };
    }
}
