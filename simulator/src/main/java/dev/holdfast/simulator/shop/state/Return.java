package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.FulfillmentLineItemId;
import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.ReturnId;
import dev.holdfast.simulator.shop.state.Id.ReturnLineItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shipped units a buyer sends back.
 *
 * @param decline why a request was declined; null when it was not
 */
public record Return(
        ReturnId id,
        OrderId order,
        String name,
        Status status,
        List<Line> lines,
        Instant createdAt,
        @Nullable Decline decline,
        @Nullable Instant closedAt,
        Instant updatedAt)
        implements Row {

    /** As {@code ReturnStatus}. */
    public enum Status {
        CANCELED,
        CLOSED,
        DECLINED,
        OPEN,
        REQUESTED
    }

    /**
     * Why the merchant said no.
     *
     * @param reason as {@code ReturnDeclineReason}
     */
    public record Decline(String reason, @Nullable String note) {}

    /** Units of one shipped line. */
    public record Line(
            ReturnLineItemId id,
            FulfillmentLineItemId fulfillmentLine,
            LineItemId line,
            int quantity,
            int processed,
            int refunded,
            String reason,
            String reasonNote) {

        public Line {
            if (processed < 0 || refunded < 0 || processed > quantity || refunded > quantity) {
                throw new IllegalStateException("Return line " + id.number() + ": " + processed + " processed and "
                        + refunded + " refunded of " + quantity);
            }
        }

        public Line withQuantity(int other) {
            return new Line(id, fulfillmentLine, line, other, processed, refunded, reason, reasonNote);
        }

        public Line with(int nowProcessed, int nowRefunded) {
            return new Line(id, fulfillmentLine, line, quantity, nowProcessed, nowRefunded, reason, reasonNote);
        }
    }

    public Return {
        lines = List.copyOf(lines);
    }

    public int totalQuantity() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    public Return withStatus(Status other, Instant at) {
        return new Return(id, order, name, other, lines, createdAt, decline, other == Status.OPEN ? null : at, at);
    }

    public Return withLines(List<Line> all, Instant at) {
        return new Return(id, order, name, status, all, createdAt, decline, closedAt, at);
    }

    public Return declined(Decline why, Instant at) {
        return new Return(id, order, name, Status.DECLINED, lines, createdAt, why, at, at);
    }
}
