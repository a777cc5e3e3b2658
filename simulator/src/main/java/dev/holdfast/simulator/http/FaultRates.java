package dev.holdfast.simulator.http;

import java.time.Duration;

/**
 * How many requests in a thousand meet each fault.
 *
 * @param slowBy how late a slow answer is, in real time
 */
public record FaultRates(int tooMany, int serverError, int slow, int reset, int truncated, Duration slowBy) {
    /** No faults. */
    public static final FaultRates NONE = new FaultRates(0, 0, 0, 0, 0, Duration.ofSeconds(2));

    public FaultRates {
        if (tooMany < 0 || serverError < 0 || slow < 0 || reset < 0 || truncated < 0) {
            throw new IllegalArgumentException("A rate of faults cannot be negative.");
        }
        if (tooMany + serverError + slow + reset + truncated > 1000) {
            throw new IllegalArgumentException("The rates of faults add up to more than 1000 in a thousand.");
        }
        if (slowBy.isNegative()) {
            throw new IllegalArgumentException("An answer cannot be slow by a negative time.");
        }
    }
}
