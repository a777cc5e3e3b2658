package dev.holdfast.simulator.graphql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The bulk operations of one app on one shop; so many may run at once. */
final class BulkOperations {
    /** Of each kind, since 2026-01. */
    static final int AT_ONCE = 5;

    private static final AtomicLong IDS = new AtomicLong(2_000_000_000_000L);
    private final List<BulkOperation> all = new ArrayList<>();

    synchronized List<BulkOperation> all() {
        return List.copyOf(all);
    }

    synchronized Optional<BulkOperation> find(long id) {
        return all.stream().filter(operation -> operation.id() == id).findFirst();
    }

    /** A new operation; empty when there are as many of its kind as may be. */
    synchronized Optional<BulkOperation> begin(boolean mutation, String document, Instant now) {
        long running = all.stream()
                .filter(operation -> operation.isMutation() == mutation)
                .filter(operation -> !operation.status().ended())
                .count();
        if (running >= AT_ONCE) {
            return Optional.empty();
        }
        var begun = new BulkOperation(IDS.incrementAndGet(), mutation, document, now);
        all.add(begun);
        return Optional.of(begun);
    }
}
