package dev.holdfast.shopify.client;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.ShopifyFault;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Leaves a shop alone, longer each time, while nothing sent to it is answered; each worker has its own. */
public final class Outages {
    // Only so that a worker does not run hot until the token is seen to be dead.
    private static final Duration DEAD_TOKEN = Duration.ofSeconds(1);

    private final Map<ShopId, Integer> inARow = new ConcurrentHashMap<>();
    private final ShopAccess access;
    private final Duration closed;
    private final RandomGenerator random;

    /** {@code closed} is how long a shop is left alone that is closed, frozen or gone. */
    public Outages(ShopAccess access, Duration closed, RandomGenerator random) {
        this.access = access;
        this.closed = closed;
        this.random = random;
    }

    /** Whether nothing sent to the shop last was answered. */
    public boolean isSilent(ShopId shop) {
        return inARow.containsKey(shop);
    }

    /**
     * How long to leave the shop alone after so many were sent together, and these of them failed. Zero as soon as one of
     * them was answered; a dead token is reported.
     */
    public Duration pause(ShopId shop, Access used, int sent, List<ShopifyFault> faults) {
        var kinds = faults.stream().map(ShopifyFault::kind).toList();
        if (kinds.contains(ShopifyFault.Kind.TOKEN_DEAD)) {
            access.refused(shop, used);
            return DEAD_TOKEN;
        }
        if (kinds.contains(ShopifyFault.Kind.SHOP_UNAVAILABLE)) {
            return closed;
        }
        long unanswered = faults.stream().filter(ShopifyFault::isUnanswered).count();
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
