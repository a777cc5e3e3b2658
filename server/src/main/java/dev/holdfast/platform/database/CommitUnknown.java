package dev.holdfast.platform.database;

/**
 * The connection broke while a transaction was committed: it may be in the database or not. Read the work's own key before
 * doing it again.
 */
public final class CommitUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommitUnknown(Throwable cause) {
        super("the connection broke during commit: look for the work's key before repeating it", cause);
    }
}
