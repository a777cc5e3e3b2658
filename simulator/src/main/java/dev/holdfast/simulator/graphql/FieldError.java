package dev.holdfast.simulator.graphql;

import java.util.Map;

/** A field that answers with an error at its place in {@code errors}, as Shopify words it. */
final class FieldError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, Object> extensions;

    FieldError(String message, Map<String, Object> extensions) {
        // Raised on the request path for what the client did wrong: a stack trace would only cost time.
        super(message, null, false, false);
        this.extensions = extensions;
    }

    FieldError(String message, String code) {
        this(message, Map.of("code", code));
    }

    Map<String, Object> extensions() {
        return extensions;
    }

    /** The answer to whatever is in the schema but not simulated: never an invented value. */
    static FieldError notImplemented(String what) {
        return new FieldError("The simulator does not implement " + what, "NOT_IMPLEMENTED_BY_SIMULATOR");
    }
}
