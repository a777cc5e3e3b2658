package dev.holdfast.simulator.shop.state;

/**
 * An order's amounts, in minor units of the shop's currency.
 *
 * @param originalTotal as placed and as edits raised it, before anything was taken off
 * @param currentSubtotal of the lines as they are
 * @param currentTotal with shipping
 * @param received taken, whatever was given back since
 * @param refunded given back
 * @param forgiven of that, beyond what was taken off the order
 * @param outstanding still to be paid; never below zero
 * @param authorized may still be captured
 * @param pending asked for and not known to have come
 */
public record Accounts(
        long originalTotal,
        long currentSubtotal,
        long currentTotal,
        long received,
        long refunded,
        long forgiven,
        long outstanding,
        long authorized,
        long pending,
        FinancialStatus status) {

    /** As {@code OrderDisplayFinancialStatus}. */
    public enum FinancialStatus {
        AUTHORIZED,
        EXPIRED,
        PAID,
        PARTIALLY_PAID,
        PARTIALLY_REFUNDED,
        PENDING,
        REFUNDED,
        VOIDED
    }

    public long net() {
        return received - refunded;
    }

    /** What payment terms have to bring: neither paid nor on its way. */
    public long unsecured() {
        return Math.max(0, outstanding - authorized - pending);
    }

    static Accounts of(Order order) {
        long original = 0;
        long subtotal = 0;
        for (LineItem line : order.lines()) {
            original += line.amountMinor(line.quantity());
            subtotal += line.currentAmountMinor();
        }
        long total = subtotal;
        for (ShippingLine shipping : order.shipping()) {
            original += shipping.priceMinor();
            total += shipping.currentMinor();
        }
        long received = 0;
        long refunded = 0;
        long pending = 0;
        for (Transaction transaction : order.transactions()) {
            received += transaction.took() ? transaction.amountMinor() : 0;
            refunded += transaction.gaveBack() ? transaction.amountMinor() : 0;
            pending += transaction.status() == Transaction.Status.PENDING ? transaction.amountMinor() : 0;
        }
        long forgiven = 0;
        for (Refund refund : order.refunds()) {
            forgiven += refund.discrepancyMinor();
        }
        long owed = order.markedPaid() ? 0 : Math.max(0, total - forgiven - (received - refunded));
        long authorized = authorized(order);
        FinancialStatus status = status(order, received, refunded, owed, authorized);
        return new Accounts(original, subtotal, total, received, refunded, forgiven, owed, authorized, pending, status);
    }

    private static long authorized(Order order) {
        long open = 0;
        for (Transaction transaction : order.transactions()) {
            if (transaction.status() != Transaction.Status.SUCCESS) {
                continue;
            }
            switch (transaction.kind()) {
                case AUTHORIZATION -> open += transaction.amountMinor();
                case CAPTURE, VOID -> open -= transaction.amountMinor();
                case SALE, REFUND -> {}
            }
        }
        return Math.max(0, open);
    }

    private static FinancialStatus status(Order order, long received, long refunded, long owed, long authorized) {
        if (received > 0 && refunded >= received) {
            return FinancialStatus.REFUNDED;
        }
        if (received == 0) {
            if (authorized > 0) {
                return FinancialStatus.AUTHORIZED;
            }
            boolean voided = order.transactions().stream().anyMatch(each -> each.kind() == Transaction.Kind.VOID);
            if (voided || (order.isCancelled() && !order.markedPaid())) {
                return FinancialStatus.VOIDED;
            }
            return owed > 0 ? FinancialStatus.PENDING : FinancialStatus.PAID;
        }
        if (owed > 0) {
            return FinancialStatus.PARTIALLY_PAID;
        }
        return refunded > 0 ? FinancialStatus.PARTIALLY_REFUNDED : FinancialStatus.PAID;
    }
}
