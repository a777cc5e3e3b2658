package dev.holdfast.simulator.shop.state;

import dev.holdfast.simulator.shop.state.Id.JobId;
import dev.holdfast.simulator.shop.state.Id.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work done after the answer.
 *
 * @param failure in words; null while it runs and when it succeeded
 */
public record Job(
        JobId id,
        Status status,
        @Nullable OrderId order,
        @Nullable String failure,
        Instant updatedAt) implements Row {

    /** How far it is, as {@code OrderCreateMandatePaymentStatus}. */
    public enum Status {
        STARTED,
        SUCCEEDED,
        FAILED
    }

    public boolean done() {
        return status != Status.STARTED;
    }
}
