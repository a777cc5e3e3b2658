package dev.holdfast.simulator.webhook;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The last tries to deliver something, and what was dropped on purpose, oldest first; safe for many threads. */
public final class DeliveryLog {

    private final int kept;
    private final Deque<Attempt> attempts = new ArrayDeque<>();
    private long last;
    private long delivered;
    private long failed;

    /** How many tries there were since the start. */
    public record Totals(long attempts, long delivered, long failed) {}

    DeliveryLog(int kept) {
        this.kept = kept;
    }

    /** At most {@code limit} after {@code sequence}; those no longer kept are left out. */
    public synchronized List<Attempt> after(long sequence, int limit) {
        return attempts.stream()
                .filter(each -> each.sequence() > sequence)
                .limit(limit)
                .toList();
    }

    /** All that are kept. */
    public List<Attempt> all() {
        return after(0, Integer.MAX_VALUE);
    }

    public synchronized Totals totals() {
        return new Totals(last, delivered, failed);
    }

    /** The answer to a try; -1 stands for none, and then there is a problem. */
    void answered(Delivery delivery, int number, int status, @Nullable String problem) {
        add(sequence -> attempt(sequence, delivery, number, status < 0 ? null : status, problem));
    }

    /** It will not be sent, or not again; the problem says why. */
    void notSent(Delivery delivery, String problem) {
        add(sequence -> attempt(sequence, delivery, 0, null, problem));
    }

    private synchronized void add(LongFunction<Attempt> made) {
        Attempt attempt = made.apply(++last);
        if (attempt.delivered()) {
            delivered++;
        } else {
            failed++;
        }
        attempts.addLast(attempt);
        if (attempts.size() > kept) {
            attempts.removeFirst();
        }
    }

    private static Attempt attempt(
            long sequence, Delivery of, int number, @Nullable Integer status, @Nullable String problem) {
        WebhookSubscription subscription = of.subscription();
        URI uri = subscription.uri();
        Set<String> faults = of.faults();
        return new Attempt(
                sequence,
                of.owner().shopDomain(),
                of.owner().app().settings().clientId(),
                subscription.number(),
                uri,
                of.topic(),
                of.webhookId(),
                of.eventId(),
                number,
                of.triggeredAt(),
                of.now(),
                status,
                problem,
                faults,
                of.body());
    }
}
