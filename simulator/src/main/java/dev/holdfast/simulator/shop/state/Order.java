package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order. Amounts follow from its lines, shipping and transactions.
 *
 * @param markedPaid paid by a word of the staff, without a transaction
 */
public record Order(
        OrderId id,
        Placement placement,
        List<LineItem> lines,
        List<ShippingLine> shipping,
        List<Transaction> transactions,
        @Nullable PaymentTerms terms,
        List<PaymentMandate> mandates,
        List<Refund> refunds,
        List<String> tags,
        @Nullable String note,
        @Nullable Cancellation cancellation,
        boolean markedPaid,
        @Nullable Instant closedAt,
        Instant updatedAt)
        implements Row {

    /** Why and when it was cancelled. */
    public record Cancellation(
            Instant at, Reason reason, @Nullable String staffNote) {}

    /** As {@code OrderCancelReason}. */
    public enum Reason {
        CUSTOMER,
        DECLINED,
        FRAUD,
        INVENTORY,
        OTHER,
        STAFF
    }

    public Order {
        lines = List.copyOf(lines);
        shipping = List.copyOf(shipping);
        transactions = List.copyOf(transactions);
        mandates = List.copyOf(mandates);
        refunds = List.copyOf(refunds);
        tags = List.copyOf(tags);
    }

    public String name() {
        return placement.name();
    }

    public boolean isCancelled() {
        return cancellation != null;
    }

    public Optional<LineItem> line(LineItemId wanted) {
        for (LineItem line : lines) {
            if (line.id().equals(wanted)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    public Accounts accounts() {
        return Accounts.of(this);
    }

    public Order withLines(List<LineItem> all) {
        return new Order(
                id,
                placement,
                all,
                shipping,
                transactions,
                terms,
                mandates,
                refunds,
                tags,
                note,
                cancellation,
                markedPaid,
                closedAt,
                updatedAt);
    }

    public Order withShipping(List<ShippingLine> all) {
        return new Order(
                id,
                placement,
                lines,
                all,
                transactions,
                terms,
                mandates,
                refunds,
                tags,
                note,
                cancellation,
                markedPaid,
                closedAt,
                updatedAt);
    }

    public Order withTransactions(List<Transaction> all) {
        return new Order(
                id,
                placement,
                lines,
                shipping,
                all,
                terms,
                mandates,
                refunds,
                tags,
                note,
                cancellation,
                markedPaid,
                closedAt,
                updatedAt);
    }

    public Order withTerms(@Nullable PaymentTerms other) {
        return new Order(
                id,
                placement,
                lines,
                shipping,
                transactions,
                other,
                mandates,
                refunds,
                tags,
                note,
                cancellation,
                markedPaid,
                closedAt,
                updatedAt);
    }

    public Order withMandates(List<PaymentMandate> all) {
        return new Order(
                id,
                placement,
                lines,
                shipping,
                transactions,
                terms,
                all,
                refunds,
                tags,
                note,
                cancellation,
                markedPaid,
                closedAt,
                updatedAt);
    }

    public Order withRefunds(List<Refund> all) {
        return new Order(
                id,
                placement,
                lines,
                shipping,
                transactions,
                terms,
                mandates,
                all,
                tags,
                note,
                cancellation,
                markedPaid,
                closedAt,
                updatedAt);
    }

    public Order withTags(List<String> all) {
        return new Order(
                id,
                placement,
                lines,
                shipping,
                transactions,
                terms,
                mandates,
                refunds,
                all,
                note,
                cancellation,
                markedPaid,
                closedAt,
                updatedAt);
    }

    public Order withNote(@Nullable String other) {
        return new Order(
                id,
                placement,
                lines,
                shipping,
                transactions,
                terms,
                mandates,
                refunds,
                tags,
                other,
                cancellation,
                markedPaid,
                closedAt,
                updatedAt);
    }

    public Order cancelled(Cancellation how) {
        return new Order(
                id,
                placement,
                lines,
                shipping,
                transactions,
                terms,
                mandates,
                refunds,
                tags,
                note,
                how,
                markedPaid,
                how.at(),
                updatedAt);
    }

    public Order withMarkedPaid() {
        return new Order(
                id,
                placement,
                lines,
                shipping,
                transactions,
                terms,
                mandates,
                refunds,
                tags,
                note,
                cancellation,
                true,
                closedAt,
                updatedAt);
    }

    public Order withUpdatedAt(Instant at) {
        return new Order(
                id,
                placement,
                lines,
                shipping,
                transactions,
                terms,
                mandates,
                refunds,
                tags,
                note,
                cancellation,
                markedPaid,
                closedAt,
                at);
    }
}
