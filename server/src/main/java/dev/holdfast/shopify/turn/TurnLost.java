package dev.holdfast.shopify.turn;

import java.io.Serial;

/** Another worker has taken over because this one was too slow: what it did in this transaction is undone. */
public final class TurnLost extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    TurnLost(Turn turn) {
        super("The turn " + turn.fence() + " at the " + turn.duty().column() + " of " + turn.shop()
                + " was taken over by another worker.");
    }
}
