package dev.holdfast.simulator.graphql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The first results of one app's {@code @idempotent} mutations on one shop, by key.
 *
 * <p>Source: the mutations' descriptions in the 2026-07 schema and Shopify's change "Making idempotency mandatory".
 */
public final class Idempotency {
    /** The mutations that are refused without the directive since 2026-04. */
    public static final Set<String> REQUIRED = Set.of(
            "inventoryActivate",
            "inventoryAdjustQuantities",
            "inventoryMoveQuantities",
            "inventorySetOnHandQuantities",
            "inventorySetQuantities",
            "inventoryShipmentAddItems",
            "inventoryShipmentCreate",
            "inventoryShipmentCreateInTransit",
            "inventoryShipmentReceive",
            "inventoryTransferCreate",
            "inventoryTransferCreateAsReadyToShip",
            "inventoryTransferDuplicate",
            "inventoryTransferSetItems",
            "locationActivate",
            "locationDeactivate",
            "refundCreate");

    private final Map<String, Attempt> attempts = new HashMap<>();

    private static final class Attempt {
        private final String asked;
        private boolean running = true;
        private @Nullable Payload result;

        private Attempt(String asked) {
            this.asked = asked;
        }
    }

    /** Carries a mutation out once for its key; without a key, each time it is asked. */
    Payload once(String mutation, Optional<String> key, Map<String, Object> arguments, Supplier<Payload> work) {
        if (key.isEmpty()) {
            if (REQUIRED.contains(mutation)) {
                throw new FieldError(
                        "The @idempotent directive is required for this mutation but was not provided.", "BAD_REQUEST");
            }
            return work.get();
        }
        var asked = mutation + arguments;
        Attempt attempt;
        synchronized (attempts) {
            var earlier = attempts.get(key.get());
            if (earlier != null) {
                return again(earlier, asked);
            }
            attempt = new Attempt(asked);
            attempts.put(key.get(), attempt);
        }
        return first(attempt, work);
    }

    private Payload first(Attempt attempt, Supplier<Payload> work) {
        Payload result = null;
        try {
            result = work.get();
            return result;
        } finally {
            synchronized (attempts) {
                attempt.running = false;
                attempt.result = result;
            }
        }
    }

    private static Payload again(Attempt earlier, String asked) {
        if (!earlier.asked.equals(asked)) {
            return Payload.refused(
                    null,
                    "The idempotency key was used before with other parameters.",
                    "IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
        }
        if (earlier.running) {
            return Payload.refused(
                    null, "A request with this idempotency key is being processed.", "IDEMPOTENCY_CONCURRENT_REQUEST");
        }
        return earlier.result != null
                ? earlier.result
                : Payload.refused(
                        null,
                        "The previous attempt with this idempotency key failed.",
                        "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED");
    }
}
