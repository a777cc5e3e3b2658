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
import dev.holdfast.shopify.client.PatientReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one thing of Shopify's, with all below it; touches no table. */
public final class ObjectReader {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int LOOKS = 120;

    private final PatientReader reader;
    private final BulkQueries bulk;
    private final InstantSource clock;
    private final PatientReader.Pause pause;

    ObjectReader(PatientReader reader, BulkQueries bulk, InstantSource clock, PatientReader.Pause pause) {
        this.reader = reader;
        this.bulk = bulk;
        this.clock = clock;
        this.pause = pause;
    }

    /** Empty when Shopify does not have it; throws {@link ShopifyFault} when it cannot be read, or not all of it. */
    public <T> Optional<T> read(Access access, Mirror<T> mirror, long id) {
        Instant asOf = clock.instant();
        var found = ask(access, mirror.one(), new GlobalId(mirror.type(), id))
                .valueStream()
                .findFirst();
        if (found.isEmpty() || !found.get().isObject()) {
            return Optional.empty();
        }
        var branch = Branch.of(found.get());
        return branch.whole()
                ? Optional.of(mirror.read(branch, asOf))
                : inBulk(access, mirror, id).map(whole -> mirror.read(whole, asOf));
    }

    JsonNode ask(Access access, Document document, GlobalId id) {
        var answer = reader.read(access, document, JSON.createObjectNode().put("id", id.toString()));
        if (!answer.incomplete().isEmpty()) {
            // Taken for whole, what is missing would be forgotten here.
            throw new ShopifyFault(
                    Kind.PARTIAL,
                    "Shopify answered only a part of " + id + ": " + String.join("; ", answer.incomplete()));
        }
        return answer.data();
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
