package dev.holdfast.simulator.http;

import java.io.IOException;

/** Answers the requests that come to one mounted path, on a virtual thread of the request's own. */
@FunctionalInterface
public interface Endpoint {
    /** Answers; may throw a {@link Refusal} instead. Any other exception becomes a 500 and is logged. */
    Answer answer(Exchange exchange) throws IOException;
}
