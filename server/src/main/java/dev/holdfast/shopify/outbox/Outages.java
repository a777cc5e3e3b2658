package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.ShopifyFault;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Leaves a shop alone, longer each time, while nothing sent to it is answered. */
final class Outages {
    private final Map<ShopId, Integer> inARow = new ConcurrentHashMap<>();
    private final RandomGenerator random;

    Outages(RandomGenerator random) {
        this.random = random;
    }

    /** Zero as soon as one of those sent together was answered. */
    Duration pause(ShopId shop, int sent, List<ShopifyFault> faults) {
        long unanswered = faults.stream().filter(ShopifyFault::canBeRepeated).count();
        if (unanswered < sent) {
            inARow.remove(shop);
            return Duration.ZERO;
        }
        int times = inARow.merge(shop, 1, Integer::sum);
        // Shopify may say for how long; then it knows better.
        return faults.stream()
                .flatMap(fault -> fault.after().stream())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> Pauses.after(times, random));
    }
}
