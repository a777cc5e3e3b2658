package dev.holdfast.shopify.client;

import dev.holdfast.platform.health.Health;
import dev.holdfast.platform.health.HealthCheck;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the machine's clock is from Shopify's, by the second that each answer names in its header {@code Date}; known to
 * half of that second and half of what the answer took.
 */
final class ClockDifference implements HealthCheck {
    private static final Logger log = LoggerFactory.getLogger(ClockDifference.class);
    private static final Duration TOO_FAR = Duration.ofSeconds(15);
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    /** Measured longer ago, or by a clock that was set since, it says nothing of now. */
    private static final Duration OLD = Duration.ofHours(1);

    private final InstantSource clock;
    private final AtomicReference<Optional<Measured>> last = new AtomicReference<>(Optional.empty());

    ClockDifference(InstantSource clock) {
        this.clock = clock;
    }

    /** {@code ahead} is negative for a clock that is behind. */
    private record Measured(Instant at, Duration ahead, Duration unsure) {
        Duration atLeast() {
            return ahead.abs().minus(unsure);
        }

        Duration atMost() {
            return ahead.abs().plus(unsure);
        }
    }

    /** An answer has just come that took so long. */
    void saw(HttpHeaders answer, Duration took) {
        answer.firstValue("Date").flatMap(ClockDifference::time).ifPresent(theirs -> {
            var now = clock.instant();
            var half = took.dividedBy(2);
            var ahead = Duration.between(theirs.plus(HALF_A_SECOND), now.minus(half));
            last.set(Optional.of(new Measured(now, ahead, half.plus(HALF_A_SECOND))));
        });
    }

    private static Optional<Instant> time(String header) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
        } catch (DateTimeParseException e) {
            log.debug("An answer names no time that can be compared: {}", header, e);
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Health check() {
        var now = clock.instant();
        return last.get()
                .filter(measured -> Duration.between(measured.at(), now).abs().compareTo(OLD) < 0)
                .map(ClockDifference::told)
                .orElseGet(() -> Health.good("Shopify has told no time lately to compare it with"));
    }

    private static Health told(Measured measured) {
        if (measured.atLeast().compareTo(TOO_FAR) <= 0) {
            return Health.good(
                    "within %d s of Shopify's".formatted(measured.atMost().toSeconds() + 1));
        }
        return Health.warning("%s by about %d s when compared with Shopify's; have the machine set it by a time service"
                .formatted(
                        measured.ahead().isNegative() ? "is behind" : "is ahead",
                        measured.ahead().abs().toSeconds()));
    }
}
