package dev.holdfast.shop.refresh;

import dev.holdfast.shop.mirror.Branch;
import dev.holdfast.shop.mirror.BulkBranches;
import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shopify.GlobalId;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.ShopifyFault.Kind;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.BulkQueries;
import dev.holdfast.shopify.client.Document;
import dev.holdfast.shopify.client.Found;
import dev.holdfast.shopify.client.NodeReader;
import dev.holdfast.shopify.client.PatientReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** Reads things of Shopify's, each with all below it; touches no table. */
public final class ObjectReader {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int LOOKS = 120;

    private final NodeReader reader;
    private final BulkQueries bulk;
    private final PatientReader.Pause pause;

    ObjectReader(NodeReader reader, BulkQueries bulk, PatientReader.Pause pause) {
        this.reader = reader;
        this.bulk = bulk;
        this.pause = pause;
    }

    /**
     * What Shopify has under these ids, in their order. One that cannot be read, or not all of it, is a problem of its own
     * and not of the others.
     */
    public <T> List<Found<T>> read(Access access, Mirror<T> mirror, List<Long> ids) {
        var found = ask(access, mirror.some(), mirror.type(), ids);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = found.stream()
                    .map(one -> CompletableFuture.supplyAsync(() -> read(access, mirror, one), threads))
                    .toList();
            return reading.stream().map(CompletableFuture::join).toList();
        }
    }

    /** The same, as it is in Shopify's answer. */
    List<Found<JsonNode>> ask(Access access, Document document, String type, List<Long> ids) {
        return reader.read(
                access, document, ids.stream().map(id -> new GlobalId(type, id)).toList());
    }

    /** How many things of these documents, one after the other, there are points for now. */
    int affordable(Access access, List<Document> documents) {
        double left = reader.left(access);
        int things = 0;
        for (var document : documents) {
            double cost = reader.cost(document);
            left -= cost;
            if (cost == 0 || left < 0) {
                break;
            }
            things++;
        }
        return things;
    }

    private <T> Found<T> read(Access access, Mirror<T> mirror, Found<JsonNode> found) {
        return found.read(Branch::of)
                .flatRead(branch -> branch.whole() ? Optional.of(branch) : inBulk(access, mirror, found.id()))
                .read(branch -> mirror.read(branch, found.asOf()));
    }

    /** It has more below it than one answer holds. */
    private Optional<Branch> inBulk(Access access, Mirror<?> mirror, long id) {
        var started = bulk.start(access, mirror.oneInBulk(id));
        if (!(started instanceof BulkQueries.Started running)) {
            throw new ShopifyFault(Kind.PARTIAL, "Shopify does not read " + mirror.name() + " " + id + " in bulk now.");
        }
        var lines = new BulkBranches(Integer.MAX_VALUE);
        result(access, running.id()).ifPresent(result -> bulk.read(result, 0, (_, line) -> lines.add(line)));
        return lines.take().stream().findFirst();
    }

    private Optional<URI> result(Access access, String operation) {
        for (int look = 0; look < LOOKS; look++) {
            switch (bulk.look(access, operation)) {
                case BulkQueries.Ready ready -> {
                    return ready.result();
                }
                case BulkQueries.Failed failed -> throw new ShopifyFault(Kind.PARTIAL, failed.reason());
                case BulkQueries.Running _ -> await();
            }
        }
        throw new ShopifyFault(Kind.PARTIAL, "Shopify has not finished " + operation + " in a minute.");
    }

    private void await() {
        try {
            pause.of(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShopifyFault(Kind.LOST, "Interrupted while waiting for a bulk result.", null, e);
        }
    }
}
