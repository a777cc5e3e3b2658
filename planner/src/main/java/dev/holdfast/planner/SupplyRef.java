package dev.holdfast.planner;

import org.jspecify.annotations.Nullable;

/** Which supply a peg is on. */
public sealed interface SupplyRef {

    /** The plan file's name for it. Ids are joined as they are. */
    String label();

    /** Stock at a location, dedicated to an offer or general. */
    record OnStock(LocationId location, @Nullable OfferId offer) implements SupplyRef {
        @Override
        public String label() {
            return "stock:" + location.value() + (offer == null ? "" : ":" + offer.value());
        }
    }

    /** An expected delivery. */
    record OnInbound(InboundId inbound) implements SupplyRef {
        @Override
        public String label() {
            return "inbound:" + inbound.value();
        }
    }
}
