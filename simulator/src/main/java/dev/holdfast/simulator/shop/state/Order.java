package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.LineItemId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
        return with(copy -> copy.lines = all);
    }

    public Order withShipping(List<ShippingLine> all) {
        return with(copy -> copy.shipping = all);
    }

    public Order withTransactions(List<Transaction> all) {
        return with(copy -> copy.transactions = all);
    }

    public Order withTerms(@Nullable PaymentTerms other) {
        return with(copy -> copy.terms = other);
    }

    public Order withMandates(List<PaymentMandate> all) {
        return with(copy -> copy.mandates = all);
    }

    public Order withRefunds(List<Refund> all) {
        return with(copy -> copy.refunds = all);
    }

    public Order withTags(List<String> all) {
        return with(copy -> copy.tags = all);
    }

    public Order withNote(@Nullable String other) {
        return with(copy -> copy.note = other);
    }

    public Order cancelled(Cancellation how) {
        return with(copy -> {
            copy.cancellation = how;
            copy.closedAt = how.at();
        });
    }

    public Order withMarkedPaid() {
        return with(copy -> copy.markedPaid = true);
    }

    public Order withUpdatedAt(Instant at) {
        return with(copy -> copy.updatedAt = at);
    }

    private Order with(Consumer<Copy> change) {
        Copy copy = new Copy();
        change.accept(copy);
        return new Order(
                id,
                placement,
                copy.lines,
                copy.shipping,
                copy.transactions,
                copy.terms,
                copy.mandates,
                copy.refunds,
                copy.tags,
                copy.note,
                copy.cancellation,
                copy.markedPaid,
                copy.closedAt,
                copy.updatedAt);
    }

    /** What changes of an order, before it is one again. */
    private final class Copy {
        private List<LineItem> lines = Order.this.lines;
        private List<ShippingLine> shipping = Order.this.shipping;
        private List<Transaction> transactions = Order.this.transactions;
        private @Nullable PaymentTerms terms = Order.this.terms;
        private List<PaymentMandate> mandates = Order.this.mandates;
        private List<Refund> refunds = Order.this.refunds;
        private List<String> tags = Order.this.tags;
        private @Nullable String note = Order.this.note;
        private @Nullable Cancellation cancellation = Order.this.cancellation;
        private boolean markedPaid = Order.this.markedPaid;
        private @Nullable Instant closedAt = Order.this.closedAt;
        private Instant updatedAt = Order.this.updatedAt;
    }
}
