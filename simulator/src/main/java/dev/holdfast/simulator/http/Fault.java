package dev.holdfast.simulator.http;

import java.time.Duration;

/** Something that goes wrong with one answer. */
public sealed interface Fault {
    /** Nothing goes wrong. */
    Fault NONE = new None();

    /** The request is answered as it should be. */
    record None() implements Fault {}

    /** The request is not carried out; it gets this status (429 with {@code Retry-After}, or a 5xx). */
    record Status(int code) implements Fault {}

    /** The request is carried out and answered late, in real time. */
    record Slow(Duration by) implements Fault {}

    /** The connection breaks without an answer, before or after the request was carried out. */
    record Reset(boolean carriedOut) implements Fault {}

    /** The request is carried out; half of the answer arrives, then the connection breaks. */
    record Truncated() implements Fault {}
}
