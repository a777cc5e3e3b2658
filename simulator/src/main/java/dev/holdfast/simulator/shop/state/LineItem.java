package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.LineItemId;

/**
 * A line of an order.
 *
 * @param quantity as ordered, and as edits raised it
 * @param removed by edits
 * @param refunded by refunds
 * @param cancelled those of the refunded units that were not shipped and never will be
 * @param fulfilled shipped, less fulfillments that were cancelled
 */
public record LineItem(
        LineItemId id, LineSale sale, int quantity, int removed, int refunded, int cancelled, int fulfilled) {

    public LineItem {
        boolean counts = removed >= 0 && refunded >= 0 && cancelled >= 0 && fulfilled >= 0 && cancelled <= refunded;
        if (!counts || removed + refunded > quantity || removed + cancelled + fulfilled > quantity) {
            throw new IllegalStateException("Line " + id.number() + ": " + quantity + " ordered, " + removed
                    + " removed, " + refunded + " refunded, " + cancelled + " cancelled, " + fulfilled + " fulfilled");
        }
    }

    public static LineItem sold(LineItemId id, LineSale sale, int quantity) {
        return new LineItem(id, sale, quantity, 0, 0, 0, 0);
    }

    public int currentQuantity() {
        return quantity - removed - refunded;
    }

    public int unfulfilledQuantity() {
        return quantity - removed - cancelled - fulfilled;
    }

    public int refundableQuantity() {
        return currentQuantity();
    }

    /** For the first {@code units} of the line: sums of differences are exact, whatever is refunded when. */
    public long amountMinor(int units) {
        return sale.unitPriceMinor() * units - (quantity == 0 ? 0 : sale.discountMinor() * units / quantity);
    }

    public long currentAmountMinor() {
        return amountMinor(currentQuantity());
    }

    public LineItem raised(int by) {
        return new LineItem(id, sale, quantity + by, removed, refunded, cancelled, fulfilled);
    }

    public LineItem lowered(int by) {
        return new LineItem(id, sale, quantity, removed + by, refunded, cancelled, fulfilled);
    }

    public LineItem refunded(int by, int ofThemCancelled) {
        return new LineItem(id, sale, quantity, removed, refunded + by, cancelled + ofThemCancelled, fulfilled);
    }

    public LineItem fulfilled(int by) {
        return new LineItem(id, sale, quantity, removed, refunded, cancelled, fulfilled + by);
    }
}
