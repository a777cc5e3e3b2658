package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.CustomerId;
import dev.holdfast.simulator.shop.state.Id.DraftOrderId;
import dev.holdfast.simulator.shop.state.Id.DraftOrderLineItemId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.ProductVariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order the merchant writes; it commits no stock until it is completed.
 *
 * @param depositPercent charged when completed, the rest by the due date; null for no deposit
 */
public record DraftOrder(
        DraftOrderId id,
        String name,
        Status status,
        @Nullable CustomerId customer,
        @Nullable String email,
        @Nullable Address shippingAddress,
        List<Line> lines,
        long shippingMinor,
        @Nullable BigDecimal depositPercent,
        @Nullable Instant balanceDueAt,
        List<String> tags,
        @Nullable String note,
        @Nullable OrderId order,
        Instant createdAt,
        Instant updatedAt)
        implements Row {

    /** As {@code DraftOrderStatus}. */
    public enum Status {
        COMPLETED,
        INVOICE_SENT,
        OPEN
    }

    /** Units of one variant; a price of its own overrides the variant's. */
    public record Line(DraftOrderLineItemId id, ProductVariantId variant, int quantity, long unitPriceMinor) {}

    public DraftOrder {
        lines = List.copyOf(lines);
        tags = List.copyOf(tags);
    }

    public long totalMinor() {
        return shippingMinor
                + lines.stream()
                        .mapToLong(line -> line.unitPriceMinor() * line.quantity())
                        .sum();
    }

    public DraftOrder invoiced(Instant at) {
        return new DraftOrder(
                id,
                name,
                Status.INVOICE_SENT,
                customer,
                email,
                shippingAddress,
                lines,
                shippingMinor,
                depositPercent,
                balanceDueAt,
                tags,
                note,
                order,
                createdAt,
                at);
    }

    public DraftOrder completed(OrderId as, Instant at) {
        return new DraftOrder(
                id,
                name,
                Status.COMPLETED,
                customer,
                email,
                shippingAddress,
                lines,
                shippingMinor,
                depositPercent,
                balanceDueAt,
                tags,
                note,
                as,
                createdAt,
                at);
    }

    public DraftOrder withTags(List<String> all, Instant at) {
        return new DraftOrder(
                id,
                name,
                status,
                customer,
                email,
                shippingAddress,
                lines,
                shippingMinor,
                depositPercent,
                balanceDueAt,
                all,
                note,
                order,
                createdAt,
                at);
    }
}
