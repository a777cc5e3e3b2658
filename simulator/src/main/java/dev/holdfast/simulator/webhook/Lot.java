package dev.holdfast.simulator.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What chance makes of one body for one subscription: its id, and how often, how late and under which ids it is sent.
 * It depends on nothing but the seed and what is sent, so that neither threads nor other subscriptions change it.
 */
final class Lot {

    private final SplittableRandom random;
    private final WebhookFaults faults;
    private final boolean rotating;

    /** One sending of the body; {@code dropped} ones are only logged. */
    record Sending(
            @Nullable String webhookId, @Nullable String eventId, Duration late, boolean dropped, Set<String> faults) {}

    /** {@code rotating} within an hour of a rotation of the secret. */
    Lot(long seed, WebhookFaults faults, boolean rotating) {
        this.random = new SplittableRandom(seed);
        this.faults = faults;
        this.rotating = rotating;
    }

    List<Sending> draw(String eventId) {
        String webhookId = uuid();
        List<Sending> all = new ArrayList<>();
        all.add(first(webhookId, eventId));
        if (meets(faults.resent())) {
            all.add(again(webhookId, eventId, "resent"));
        }
        if (meets(faults.otherWebhookId())) {
            all.add(again(uuid(), eventId, "other_webhook_id"));
        }
        if (meets(faults.otherEventId())) {
            all.add(again(uuid(), uuid(), "other_event_id"));
        }
        return all;
    }

    private Sending first(String webhookId, String eventId) {
        Set<String> met = new TreeSet<>();
        Duration late = Duration.ZERO;
        boolean withoutIds = meets(faults.withoutIds());
        if (withoutIds) {
            met.add("without_ids");
        }
        if (meets(faults.shuffled())) {
            met.add("shuffled");
            late = Duration.ofMillis(random.nextLong(1, 60_000));
        }
        if (meets(faults.delayed())) {
            met.add("delayed");
            late = Duration.ofSeconds(random.nextLong(60, 86_400));
        }
        boolean dropped = meets(faults.dropped());
        if (dropped) {
            met.add("dropped");
        }
        sign(met);
        return new Sending(withoutIds ? null : webhookId, withoutIds ? null : eventId, late, dropped, met);
    }

    private Sending again(String webhookId, String eventId, String fault) {
        Set<String> met = new TreeSet<>(Set.of(fault));
        sign(met);
        return new Sending(webhookId, eventId, Duration.ofMillis(random.nextLong(0, 120_000)), false, met);
    }

    private void sign(Set<String> met) {
        if (meets(faults.oldSecret()) && rotating) {
            met.add(Delivery.OLD_SECRET);
        }
    }

    /** Draws even at rate 0, so that one fault's rate does not change what the others meet. */
    private boolean meets(int rate) {
        return random.nextInt(1000) < rate;
    }

    private String uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        return new UUID(high, (random.nextLong() >>> 2) | Long.MIN_VALUE).toString();
    }

    /** One seed out of several numbers; each of them changes all of it. */
    static long seed(long... parts) {
        long seed = 0;
        for (long part : parts) {
            seed = new SplittableRandom(seed ^ part).nextLong();
        }
        return seed;
    }
}
