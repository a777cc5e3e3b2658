package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.shop.ApiVersion;
import java.time.Duration;

/**
 * How webhooks are sent.
 *
 * @param version in {@code X-Shopify-API-Version}
 * @param atOnce deliveries under way at the same time; 1 sends one after the other, in order
 * @param waiting deliveries that wait for their turn at most; one more is a failed try, retried later
 * @param later retries and late deliveries that wait for their time at most; one more is given up, which the log says
 * @param logged tries kept with their bodies
 * @param connect real time in which the receiver takes the connection
 * @param total real time in which it answers
 * @param seed of ids and faults: the same events under the same seed give the same deliveries
 */
public record WebhookSettings(
        ApiVersion version,
        int atOnce,
        int waiting,
        int later,
        int logged,
        Duration connect,
        Duration total,
        long seed) {

    public WebhookSettings {
        if (atOnce < 1 || waiting < 1 || later < 1 || logged < 1) {
            throw new IllegalArgumentException("At least one delivery at once, one waiting, one later and one logged: "
                    + atOnce + ", " + waiting + ", " + later + ", " + logged);
        }
    }

    /** Shopify's time limits, 32 deliveries at once, 50,000 waiting, 100,000 later, 10,000 tries kept. */
    public static WebhookSettings usual(ApiVersion version, long seed) {
        return new WebhookSettings(
                version, 32, 50_000, 100_000, 10_000, Duration.ofSeconds(1), Duration.ofSeconds(5), seed);
    }

    public WebhookSettings withAtOnce(int deliveries) {
        return new WebhookSettings(version, deliveries, waiting, later, logged, connect, total, seed);
    }

    public WebhookSettings withWaiting(int most) {
        return new WebhookSettings(version, atOnce, most, later, logged, connect, total, seed);
    }

    public WebhookSettings withLater(int most) {
        return new WebhookSettings(version, atOnce, waiting, most, logged, connect, total, seed);
    }

    public WebhookSettings withTimes(Duration connecting, Duration answering) {
        return new WebhookSettings(version, atOnce, waiting, later, logged, connecting, answering, seed);
    }
}
