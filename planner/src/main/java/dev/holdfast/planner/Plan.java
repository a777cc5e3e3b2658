package dev.holdfast.planner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All pegs and dates of a shop, what is left, and what went wrong on the way.
 *
 * @param decisions one for each order and raise among the events, in their order
 * @param lines those with open units, by variant, then in queue order
 * @param availability every variant named anywhere, by id
 * @param stock every row given or touched, by variant and location, general before dedicated, then by offer
 * @param inbound every delivery, by id
 * @param offers every offer, by id
 * @param incidents oversold by variant from the end of the queue, short in queue order, over-receipts in event order
 */
public record Plan(
        List<Decision> decisions,
        List<PlannedLine> lines,
        List<Availability> availability,
        List<StockRow> stock,
        List<InboundLeft> inbound,
        List<OfferLeft> offers,
        List<Incident> incidents) {

    /** A delivery: units still expected, and those of them that nobody has and nothing holds back. */
    public record InboundLeft(InboundId id, long quantity, long free) {}

    /** An offer: units accepted under it, and what its cap leaves; null without a cap. */
    public record OfferLeft(
            OfferId id, long accepted, @Nullable Long left) {}
}
