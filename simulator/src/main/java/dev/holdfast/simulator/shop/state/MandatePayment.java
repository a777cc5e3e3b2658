package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.JobId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import dev.holdfast.simulator.shop.state.Id.OrderTransactionId;
import dev.holdfast.simulator.shop.state.Id.PaymentMandateId;
import dev.holdfast.simulator.shop.state.Id.PaymentScheduleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment by mandate, and how it went. */
public record MandatePayment(
        String reference,
        OrderId order,
        PaymentMandateId mandate,
        @Nullable PaymentScheduleId schedule,
        long amountMinor,
        boolean autoCapture,
        JobId job,
        Status status,
        @Nullable String error,
        List<OrderTransactionId> transactions) {

    /** As {@code OrderPaymentStatusResult}; those a payment by mandate reaches. */
    public enum Status {
        AUTHORIZED,
        ERROR,
        PROCESSING,
        REDIRECT_REQUIRED,
        RETRYABLE,
        SUCCESS
    }

    public MandatePayment {
        transactions = List.copyOf(transactions);
    }

    public MandatePayment with(Status other, @Nullable String message, List<OrderTransactionId> all) {
        return new MandatePayment(
                reference, order, mandate, schedule, amountMinor, autoCapture, job, other, message, all);
    }
}
