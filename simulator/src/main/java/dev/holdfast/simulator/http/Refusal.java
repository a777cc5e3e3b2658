package dev.holdfast.simulator.http;

import java.util.Map;

/** A request that is turned away, with the status and the words it gets. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    /** The message is sent as {@code {"errors": message}}, the shape Shopify uses outside GraphQL. */
    public Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** As JSON. */
    public Answer answer() {
        return Answer.json(status, Map.of("errors", String.valueOf(getMessage())));
    }
}
