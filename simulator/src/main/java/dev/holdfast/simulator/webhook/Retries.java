package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.shop.Switch;
import dev.holdfast.simulator.shop.Switches;
import dev.holdfast.simulator.webhook.Sender.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tries a delivery up to nine times over four hours of the shop's clock, and drops a subscription that failed for good.
 *
 * <p>That there are eight retries in four hours and that eight failures in a row drop a subscription is documented; how
 * the retries are spread and what counts as a row is not.
 */
final class Retries {

    /** From one try to the next, when they grow. */
    static final List<Duration> GROWING = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(40),
            Duration.ofMinutes(60),
            Duration.ofMinutes(102));

    static final List<Duration> EVEN = Collections.nCopies(GROWING.size(), Duration.ofMinutes(30));

    private static final int IN_A_ROW = 8;

    private final Sender sender;
    private final WebhookSubscriptions subscriptions;
    private final DeliveryLog log;
    private final Later later;
    private final Map<Long, Integer> failuresInARow = new ConcurrentHashMap<>();

    Retries(Sender sender, WebhookSubscriptions subscriptions, DeliveryLog log, Later later) {
        this.sender = sender;
        this.subscriptions = subscriptions;
        this.log = log;
        this.later = later;
    }

    void deliver(Delivery delivery) {
        attempt(delivery, 1);
    }

    private void attempt(Delivery delivery, int number) {
        sender.send(delivery, (sent, outcome) -> done(sent, number, outcome));
    }

    private void done(Delivery delivery, int number, Outcome outcome) {
        log.answered(delivery, number, outcome.status(), outcome.problem());
        long subscription = delivery.subscription().number();
        if (outcome.ok()) {
            failuresInARow.remove(subscription);
            return;
        }
        int failures = failuresInARow.merge(subscription, outcome.begun() ? 1 : 0, Integer::sum);
        Switches switches = delivery.shop().switches();
        List<Duration> gaps = switches.isOn(Switch.RETRY_GAPS_GROW) ? GROWING : EVEN;
        boolean last = number > gaps.size();
        if (!last) {
            Instant next = delivery.now().plus(gaps.get(number - 1));
            if (!later.at(delivery, next, () -> attempt(delivery, number + 1))) {
                log.notSent(delivery, later.full());
            }
        }
        boolean enough = last || switches.isOn(Switch.EIGHT_FAILED_TRIES_DROP_A_SUBSCRIPTION);
        if (enough && failures >= IN_A_ROW && !delivery.subscription().appSpecific()) {
            subscriptions.drop(delivery.owner(), delivery.subscription());
            failuresInARow.remove(subscription);
        }
    }
}
