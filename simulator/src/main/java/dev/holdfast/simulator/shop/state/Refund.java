package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.LocationId;
import dev.holdfast.simulator.shop.state.Id.OrderTransactionId;
import dev.holdfast.simulator.shop.state.Id.RefundId;
import dev.holdfast.simulator.shop.state.Id.RefundLineItemId;
import dev.holdfast.simulator.shop.state.Id.ReturnId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units and money given back.
 *
 * @param moneyMinor of its transactions together, store credit included
 */
public record Refund(
        RefundId id,
        Instant createdAt,
        @Nullable String note,
        List<Line> lines,
        long shippingMinor,
        List<OrderTransactionId> transactions,
        long moneyMinor,
        @Nullable ReturnId returned) {

    /** Units of a line given back. */
    public record Line(
            RefundLineItemId id,
            LineItemId line,
            int quantity,
            RestockType restock,
            @Nullable LocationId location,
            long subtotalMinor) {}

    public Refund {
        lines = List.copyOf(lines);
        transactions = List.copyOf(transactions);
    }

    /** What was given back beyond what was taken off the order. */
    public long discrepancyMinor() {
        long off = shippingMinor;
        for (Line line : lines) {
            off += line.subtotalMinor();
        }
        return Math.max(0, moneyMinor - off);
    }
}
