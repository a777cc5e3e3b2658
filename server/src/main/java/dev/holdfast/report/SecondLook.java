package dev.holdfast.report;

import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.refresh.ObjectReader;
import dev.holdfast.shopify.client.Access;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** Reads single things again from Shopify before a difference is told: some have changed while it wrote its file. */
final class SecondLook {
    /** Beyond so many of a kind the file has to do: each one costs points. */
    static final int MOST = 2_000;

    private static final int TOGETHER = 20;

    private final ObjectReader reader;

    SecondLook(ObjectReader reader) {
        this.reader = reader;
    }

    /** What Shopify has under these ids now; throws {@link dev.holdfast.shopify.ShopifyFault} when one cannot be read. */
    <T> Map<Long, Optional<T>> at(Access right, Mirror<T> mirror, Collection<Long> ids) {
        var all = new TreeMap<Long, Optional<T>>();
        var rest = List.copyOf(ids);
        for (int from = 0; from < rest.size(); from += TOGETHER) {
            all.putAll(together(right, mirror, rest.subList(from, Math.min(rest.size(), from + TOGETHER))));
        }
        return all;
    }

    private <T> Map<Long, Optional<T>> together(Access right, Mirror<T> mirror, List<Long> ids) {
        var found = new TreeMap<Long, Optional<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = new ArrayList<CompletableFuture<Optional<T>>>();
            for (var id : ids) {
                reading.add(CompletableFuture.supplyAsync(() -> reader.read(right, mirror, id), threads));
            }
            for (int at = 0; at < ids.size(); at++) {
                found.put(ids.get(at), reading.get(at).join());
            }
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw e;
        }
        return found;
    }
}
