package dev.holdfast.planner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a shop. Events are a sequence; each is checked against the facts that the ones before it
 * left. Quantities are units and never negative.
 */
public sealed interface Event {

    /** An order asks to be accepted, whole or not at all. */
    record Place(
            OrderId order,
            @Nullable CustomerId customer,
            Instant placedAt,
            long priority,
            Splitting splitting,
            List<PlacedLine> lines)
            implements Event {
        public Place {
            lines = List.copyOf(lines);
        }
    }

    /** One line of an order that asks to be accepted; empty {@code locations}: every place may supply it. */
    record PlacedLine(
            LineId id,
            VariantId variant,
            long quantity,
            @Nullable OfferId offer,
            Set<LocationId> locations) {
        public PlacedLine {
            locations = Set.copyOf(locations);
        }
    }

    /**
     * Goods arrived.
     *
     * @param inbound the delivery they came with, or null for an unexpected arrival
     * @param closes whether that delivery ends with this, however much it still expected
     */
    record Receive(
            VariantId variant,
            LocationId location,
            long quantity,
            @Nullable InboundId inbound,
            boolean closes) implements Event {}

    /** A delivery has another date, or none that anybody knows. */
    record Delay(InboundId inbound, @Nullable LocalDate expectedOn) implements Event {}

    /** Units will not be delivered; those that are not firm go first. */
    record Cancel(LineId line, long quantity) implements Event {}

    /** The merchant raises a line by so many units, if there is room for them; it keeps its place. */
    record Raise(LineId line, long quantity) implements Event {}

    /** Ready units become firm. */
    record Release(LineId line, long quantity) implements Event {}

    /** Firm units become movable again. */
    record Recall(LineId line, long quantity) implements Event {}

    /** Dedicated stock becomes general. */
    record FreeStock(VariantId variant, LocationId location, OfferId offer, long quantity) implements Event {}

    /** A dedicated delivery becomes general. */
    record FreeInbound(InboundId inbound) implements Event {}

    /** Units left for the buyer from a location: a fact, whether or not they were ready. */
    record Ship(LineId line, long quantity, LocationId location) implements Event {}

    /** Units came back to stock. */
    record Restock(
            VariantId variant,
            LocationId location,
            @Nullable OfferId offer,
            long quantity) implements Event {}

    /** Somebody counted. */
    record Count(
            VariantId variant,
            LocationId location,
            @Nullable OfferId offer,
            long onHand) implements Event {}

    /** Stock is more or less by {@code delta} units than it was thought to be. */
    record Adjust(
            VariantId variant,
            LocationId location,
            @Nullable OfferId offer,
            long delta) implements Event {}
}
