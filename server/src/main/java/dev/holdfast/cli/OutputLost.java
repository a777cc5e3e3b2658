package dev.holdfast.cli;

import java.io.IOException;

/** Standard output takes no more. */
final class OutputLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutputLost(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether its reader went away, as {@code head} does: no fault, and nobody left to tell. */
    boolean readerLeft() {
        String message = getMessage();
        return message != null && message.contains("Broken pipe");
    }
}
