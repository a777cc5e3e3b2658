package dev.holdfast.shopify.turn;

import dev.holdfast.platform.database.CommitUnknown;
import java.io.UncheckedIOException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells whether work failed for reasons that lie outside it: the turn is somebody else's, the database or a file is to blame.
 * It is then left as it is and done again; anything else is the fault of the one thing worked on, which is set aside.
 */
public final class PassingTrouble {
    private PassingTrouble() {}

    public static boolean isBehind(RuntimeException e) {
        return switch (e) {
            case TurnLost _,
                    CommitUnknown _,
                    TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    NonTransientDataAccessResourceException _,
                    TransactionException _,
                    UncheckedIOException _ -> true;
            default -> false;
        };
    }
}
