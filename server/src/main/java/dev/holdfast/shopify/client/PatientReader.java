package dev.holdfast.shopify.client;

import dev.holdfast.shopify.ShopifyFault;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Reads from Shopify, waiting for points and repeating what fails for a while: for reads only, which change nothing. */
public final class PatientReader {
    /** How this thread waits. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT_FOR_POINTS = Duration.ofMinutes(1);

    private final ShopifyClient client;
    private final Pause pause;

    public PatientReader(ShopifyClient client, Pause pause) {
        this.client = client;
        this.pause = pause;
    }

    /** The answer of the first attempt that has one; throws the last {@link ShopifyFault} when none has. */
    public Answer read(Access access, Document document, JsonNode variables) {
        return read(access, document, variables, 1);
    }

    /** The same for a document that asks for so many things; where Shopify breaks on one of several, it is left at that. */
    Answer read(Access access, Document document, JsonNode variables, int things) {
        if (document.repeat() != Document.Repeat.READ) {
            throw new IllegalArgumentException(document.name() + " changes something: it belongs in the outbox.");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return client.ask(access, document, variables, awaitTurn(access, document, things));
            } catch (ShopifyFault e) {
                boolean splits = things > 1 && e.mayHaveHappened();
                if (!e.canBeRepeated() || attempt == ATTEMPTS || splits) {
                    throw e;
                }
                await(e.after().orElse(FIRST_PAUSE.multipliedBy(1L << (attempt - 1))));
            }
        }
    }

    private Throttle.Turn awaitTurn(Access access, Document document, int things) {
        var waited = Duration.ZERO;
        while (true) {
            var turn = client.turn(access, document, things);
            if (turn.isNow()) {
                return turn;
            }
            if (waited.compareTo(LONGEST_WAIT_FOR_POINTS) > 0) {
                throw new ShopifyFault(
                        ShopifyFault.Kind.THROTTLED,
                        access.shop() + " has had no points for " + document.name() + " for " + waited.toSeconds()
                                + " s.",
                        turn.delay(),
                        null);
            }
            await(turn.delay());
            waited = waited.plus(turn.delay());
        }
    }

    private void await(Duration time) {
        try {
            pause.of(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShopifyFault(ShopifyFault.Kind.LOST, "Interrupted while waiting to ask again.", null, e);
        }
    }
}
