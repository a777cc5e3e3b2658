package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.OrderTransactionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money asked for, taken or given back.
 *
 * @param errorCode why it failed, as {@code OrderTransactionErrorCode}
 * @param paymentReference of a payment by mandate
 */
public record Transaction(
        OrderTransactionId id,
        Kind kind,
        Status status,
        String gateway,
        long amountMinor,
        @Nullable OrderTransactionId parent,
        Instant processedAt,
        @Nullable String errorCode,
        @Nullable String paymentReference) {

    /** What it does. */
    public enum Kind {
        AUTHORIZATION,
        CAPTURE,
        REFUND,
        SALE,
        VOID
    }

    /** How it went. */
    public enum Status {
        ERROR,
        FAILURE,
        PENDING,
        SUCCESS
    }

    public Transaction with(Status other, Instant at) {
        return new Transaction(id, kind, other, gateway, amountMinor, parent, at, errorCode, paymentReference);
    }

    public boolean took() {
        return status == Status.SUCCESS && (kind == Kind.SALE || kind == Kind.CAPTURE);
    }

    public boolean gaveBack() {
        return status == Status.SUCCESS && kind == Kind.REFUND;
    }
}
