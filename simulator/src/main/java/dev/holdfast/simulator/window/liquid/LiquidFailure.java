package dev.holdfast.simulator.window.liquid;

import org.jspecify.annotations.Nullable;

/** A template that cannot be read or rendered; the message names the template and what is wrong in it. */
public final class LiquidFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LiquidFailure(String message) {
        super(message);
    }

    LiquidFailure(String template, RuntimeException cause) {
        super(template + ": " + deepest(cause), cause);
    }

    /** The library wraps what went wrong in a filter; the words of ours are the innermost. */
    private static @Nullable String deepest(Throwable problem) {
        return problem.getCause() instanceof LiquidFailure ours ? ours.getMessage() : problem.getMessage();
    }
}
