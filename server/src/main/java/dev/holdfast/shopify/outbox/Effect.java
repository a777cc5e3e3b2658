package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.ShopId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An effect in the outbox.
 *
 * @param id sorts by the time it was decided
 * @param state as it was when it was read
 * @param attempts how often it was sent
 * @param firstSentAt empty as long as it has never been sent
 */
public record Effect(
        ShopId shop,
        UUID id,
        UUID key,
        String kind,
        String subject,
        String document,
        JsonNode variables,
        JsonNode context,
        State state,
        int attempts,
        Optional<Instant> firstSentAt) {

    /** What is known of an effect. */
    public enum State {
        /** Not sent yet, or known not to have been carried out. */
        WAITING,
        /** May be under way. */
        SENDING,
        /** Sent, and nobody knows what became of it. */
        UNKNOWN,
        /** Nobody tries again until somebody says so. */
        SET_ASIDE,
        /** Carried out. */
        DONE,
        /** Not to be sent any more. */
        DROPPED
    }

    /** Whether Shopify may have carried it out already. */
    public boolean mayHaveHappened() {
        return state == State.SENDING || state == State.UNKNOWN;
    }

    @Override
    public String toString() {
        // Variables may hold personal data.
        return kind + " " + id + " of " + shop;
    }
}
