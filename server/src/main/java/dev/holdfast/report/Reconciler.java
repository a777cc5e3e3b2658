package dev.holdfast.report;

import dev.holdfast.platform.ShopId;
import dev.holdfast.platform.database.Database;
import dev.holdfast.shop.mirror.BulkBranches;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.mirror.Mirrors;
import dev.holdfast.shop.refresh.Refreshes.Hint;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.BulkQueries;
import dev.holdfast.shopify.client.ShopAccess;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares our copy of a shop with what Shopify has, all kinds as of one instant, and mends it by reading again. */
public final class Reconciler {
    private static final int BATCH = 1000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration LONGEST_FOR_A_PLACE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Database database;
    private final Mirrors mirrors;
    private final ShopAccess access;
    private final BulkQueries bulk;
    private final Parts parts;

    /** What it works with besides; grouped because they belong together. */
    record Parts(Rereading rereading, SecondLook secondLook, ReconcileRuns runs, InstantSource clock) {}

    Reconciler(Database database, Mirrors mirrors, ShopAccess access, BulkQueries bulk, Parts parts) {
        this.database = database;
        this.mirrors = mirrors;
        this.access = access;
        this.bulk = bulk;
        this.parts = parts;
    }

    /**
     * Compares, and with {@code repair} has everything that differs read again the ordinary way and compares that.
     *
     * @throws ShopifyFault when Shopify cannot be read
     */
    public Reconciliation reconcile(ShopId shop, boolean repair) throws InterruptedException {
        parts.rereading().settle(shop);
        var found = compare(shop);
        var toMend = mendable(found);
        if (!repair || toMend.isEmpty()) {
            parts.runs().add(found);
            return found;
        }
        for (var kind : byKind(toMend).entrySet()) {
            parts.rereading().ask(shop, new Hint(kind.getKey(), kind.getValue(), "reconcile"));
        }
        parts.rereading().settle(shop);
        var left = mendable(compare(shop)).stream()
                .map(difference -> difference.kind() + difference.id())
                .collect(Collectors.toSet());
        int repaired = (int) toMend.stream()
                .filter(difference -> !left.contains(difference.kind() + difference.id()))
                .count();
        var done = new Reconciliation(shop, found.asOf(), found.compared(), found.differences(), repaired);
        parts.runs().add(done);
        return done;
    }

    private static List<Difference> mendable(Reconciliation found) {
        return found.differences().stream().filter(Difference::canBeMended).toList();
    }

    private Access right(ShopId shop) {
        return switch (access.grant(shop)) {
            case ShopAccess.Given given -> given.access();
            case ShopAccess.Withheld withheld ->
                throw new ShopifyFault(ShopifyFault.Kind.TOKEN_DEAD, shop + " cannot be read: " + withheld.reason());
        };
    }

    private Reconciliation compare(ShopId shop) throws InterruptedException {
        var right = right(shop);
        try {
            return compare(shop, right);
        } catch (ShopifyFault e) {
            if (e.kind() != ShopifyFault.Kind.TOKEN_DEAD) {
                throw e;
            }
            // It may have been replaced while we were away.
            access.refused(shop, right);
            return compare(shop, right(shop));
        }
    }

    private static Map<String, List<Long>> byKind(List<Difference> differences) {
        return differences.stream()
                .collect(Collectors.groupingBy(
                        Difference::kind, LinkedHashMap::new, Collectors.mapping(Difference::id, Collectors.toList())));
    }

    private Reconciliation compare(ShopId shop, Access right) throws InterruptedException {
        Instant asOf = parts.clock().instant();
        // All at once, so that they are as of one instant.
        var operations = new LinkedHashMap<Mirror<?>, BulkQueries.Started>();
        for (var mirror : mirrors.all()) {
            operations.put(mirror, start(right, mirror));
        }
        var comparisons = new ArrayList<Comparison<?>>();
        for (var operation : operations.entrySet()) {
            var comparison = new Comparison<>(database, shop, operation.getKey(), asOf, parts.clock());
            result(right, operation.getValue().id()).ifPresent(result -> read(result, comparison));
            comparisons.add(comparison);
        }
        // What came while we read may explain some of it.
        parts.rereading().settle(shop);
        Instant since = operations.values().stream()
                .map(BulkQueries.Started::at)
                .min(Comparator.naturalOrder())
                .orElse(asOf);
        var differences = comparisons.stream()
                .flatMap(comparison -> differences(right, comparison, since).stream())
                .toList();
        long compared = comparisons.stream().mapToLong(Comparison::compared).sum();
        return new Reconciliation(shop, asOf, compared, differences, 0);
    }

    private <T> List<Difference> differences(Access right, Comparison<T> comparison, Instant since) {
        var suspects = comparison.suspects();
        var looked = suspects.stream().limit(SecondLook.MOST).toList();
        return comparison.differences(suspects, parts.secondLook().at(right, comparison.mirror(), looked), since);
    }

    private BulkQueries.Started start(Access right, Mirror<?> mirror) throws InterruptedException {
        Instant limit = parts.clock().instant().plus(LONGEST_FOR_A_PLACE);
        while (true) {
            switch (bulk.start(right, mirror.all().text())) {
                case BulkQueries.Started started -> {
                    return started;
                }
                case BulkQueries.NotStarted no -> {
                    // Only so many run at once, and a large order may be read in bulk meanwhile.
                    if (parts.clock().instant().isAfter(limit)) {
                        throw new ShopifyFault(
                                ShopifyFault.Kind.BUSY,
                                "Shopify does not gather " + mirror.name() + " now: " + no.errors());
                    }
                    Thread.sleep(LOOK_AGAIN);
                }
            }
        }
    }

    private Optional<URI> result(Access right, String operation) throws InterruptedException {
        Instant limit = parts.clock().instant().plus(LONGEST);
        while (parts.clock().instant().isBefore(limit)) {
            switch (bulk.look(right, operation)) {
                case BulkQueries.Ready ready -> {
                    return ready.result();
                }
                case BulkQueries.Failed failed -> throw new ShopifyFault(ShopifyFault.Kind.BROKEN, failed.reason());
                case BulkQueries.Running _ -> Thread.sleep(LOOK_AGAIN);
            }
        }
        throw new ShopifyFault(
                ShopifyFault.Kind.BROKEN, "Shopify has not finished " + operation + " in " + LONGEST + ".");
    }

    private void read(URI result, Comparison<?> comparison) {
        var lines = new BulkBranches(BATCH);
        bulk.read(result, 0, (_, line) -> {
            if (lines.isFullBefore(line)) {
                comparison.look(lines.take());
            }
            lines.add(line);
        });
        comparison.look(lines.take());
    }
}
