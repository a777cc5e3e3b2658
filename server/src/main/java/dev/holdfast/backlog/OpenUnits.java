package dev.holdfast.backlog;

import dev.holdfast.backlog.LineState.Between;
import dev.holdfast.backlog.LineState.Closed;
import dev.holdfast.backlog.LineState.Contradiction;
import dev.holdfast.backlog.LineState.Open;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derives how much of each line of an order is open.
 *
 * <p>"Lineitem quantity" is what was ordered: units shipped, refunded or edited away are not taken off it, and the
 * export has no column for them. An order is "fulfilled" when all that is left of it has been sent, so a line of such an
 * order that was never sent has been removed.
 */
final class OpenUnits {

    private final OrderHead order;
    private final boolean single;
    private final Refund refund;

    OpenUnits(OrderHead order, List<OrderRow> rows) {
        this.order = order;
        this.single = rows.size() == 1;
        this.refund = Refund.of(order, rows);
    }

    /** How far a refund may reach. */
    enum Refund {
        NONE,
        /** Less than any unit costs: postage or goodwill. */
        NO_UNIT,
        /** It may stand for units that will not be sent. */
        PERHAPS_UNITS;

        static Refund of(OrderHead order, List<OrderRow> rows) {
            BigDecimal amount = decimal(order.refunded());
            boolean saysSo = order.financial().equals("partially_refunded");
            if (amount == null || amount.signum() <= 0) {
                return saysSo ? PERHAPS_UNITS : NONE;
            }
            BigDecimal cheapest = cheapestUnit(order, rows);
            return cheapest != null && amount.compareTo(cheapest) < 0 ? NO_UNIT : PERHAPS_UNITS;
        }

        /** What the buyer paid for the cheapest unit: its price, less the order's discount in proportion. */
        private static @Nullable BigDecimal cheapestUnit(OrderHead order, List<OrderRow> rows) {
            BigDecimal cheapest = null;
            BigDecimal listed = BigDecimal.ZERO;
            for (OrderRow row : rows) {
                BigDecimal price = decimal(row.price());
                if (price == null) {
                    return null;
                }
                listed = listed.add(price.multiply(BigDecimal.valueOf(row.quantity())));
                if (price.signum() > 0 && (cheapest == null || price.compareTo(cheapest) < 0)) {
                    cheapest = price;
                }
            }
            BigDecimal subtotal = decimal(order.subtotal());
            if (cheapest == null || subtotal == null || listed.signum() <= 0) {
                return null;
            }
            return subtotal.compareTo(listed) >= 0
                    ? cheapest
                    : cheapest.multiply(subtotal).divide(listed, MathContext.DECIMAL64);
        }

        private static @Nullable BigDecimal decimal(String amount) {
            try {
                return amount.isEmpty() ? null : new BigDecimal(amount);
            } catch (NumberFormatException notAnAmount) {
                return null;
            }
        }
    }

    Refund refund() {
        return refund;
    }

    LineState of(OrderRow row) {
        if (order.cancelled()) {
            return new Closed("order cancelled");
        }
        if (order.financial().equals("refunded")) {
            return new Closed("order refunded");
        }
        if (order.financial().equals("voided")) {
            return new Closed("payment voided");
        }
        if (!row.requiresShipping()) {
            return new Closed("needs no shipping");
        }
        if (row.quantity() == 0) {
            return new Closed("no units");
        }
        LineState sent = row.status().isEmpty() ? byOrder(row) : byLine(row);
        return refund == Refund.PERHAPS_UNITS ? lessRefunded(sent) : sent;
    }

    private LineState byLine(OrderRow row) {
        return switch (row.status()) {
            case "fulfilled" -> new Closed(Closed.FULFILLED);
            case "restocked", "removed", "cancelled" -> new Closed("restocked");
            case "not_eligible" -> new Closed("needs no shipping");
            case "partial", "partially_fulfilled" -> partly(row.quantity());
            case "pending", "unfulfilled", "open", "scheduled", "on_hold", "in_progress", "pending_fulfillment" ->
                notSent(row);
            default -> new Contradiction("its fulfillment status \"%s\" is not known".formatted(row.status()));
        };
    }

    private LineState notSent(OrderRow row) {
        return switch (order.fulfillment()) {
            case "fulfilled" -> new Closed("removed from a fulfilled order");
            case "restocked" -> new Closed("restocked");
            default -> new Open(row.quantity());
        };
    }

    /** The line does not say: the order does, for all its lines. */
    private LineState byOrder(OrderRow row) {
        return switch (order.fulfillment()) {
            case "fulfilled" -> new Closed(Closed.FULFILLED);
            case "restocked" -> new Closed("restocked");
            case "partial", "partially_fulfilled" ->
                single
                        ? partly(row.quantity())
                        : new Between(
                                0, row.quantity(), "a part of the order was sent, and the file does not say which");
            case "", "pending", "unfulfilled", "open", "scheduled", "on_hold", "in_progress", "pending_fulfillment" ->
                new Open(row.quantity());
            default ->
                new Contradiction("its order's fulfillment status \"%s\" is not known".formatted(order.fulfillment()));
        };
    }

    /** At least one unit was sent, at least one was not: of two units that decides it. */
    private static LineState partly(long quantity) {
        if (quantity == 1) {
            return new Contradiction("one unit cannot be partly fulfilled");
        }
        return quantity == 2
                ? new Open(1)
                : new Between(1, quantity - 1, "partly fulfilled, and the file does not say how far");
    }

    private static LineState lessRefunded(LineState sent) {
        String why = "the order was partly refunded, and the file does not say for which units";
        return switch (sent) {
            case Open open -> new Between(0, open.units(), why);
            case Between between -> new Between(0, between.most(), between.why() + "; " + why);
            case Closed closed -> closed;
            case Contradiction contradiction -> contradiction;
        };
    }
}
