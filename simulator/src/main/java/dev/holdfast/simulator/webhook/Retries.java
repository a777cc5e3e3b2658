package dev.holdfast.simulator.webhook;

import dev.holdfast.simulator.webhook.Sender.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tries a delivery up to nine times over four hours of the shop's clock, and drops a subscription that failed for good.
 *
 * <p>That there are eight retries in four hours is documented, how they are spread is not: the gaps here double.
 */
final class Retries {

    /** From one try to the next. */
    static final List<Duration> GAPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(40),
            Duration.ofMinutes(60),
            Duration.ofMinutes(102));

    private final Sender sender;
    private final WebhookSubscriptions subscriptions;
    private final DeliveryLog log;
    private final Map<Long, Integer> failuresInARow = new ConcurrentHashMap<>();

    Retries(Sender sender, WebhookSubscriptions subscriptions, DeliveryLog log) {
        this.sender = sender;
        this.subscriptions = subscriptions;
        this.log = log;
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
        int failures = failuresInARow.merge(subscription, 1, Integer::sum);
        if (number <= GAPS.size()) {
            delivery.shop().clock().at(delivery.now().plus(GAPS.get(number - 1)), () -> attempt(delivery, number + 1));
        } else if (failures >= GAPS.size() && !delivery.subscription().appSpecific()) {
            subscriptions.drop(delivery.owner(), delivery.subscription());
        }
    }
}
