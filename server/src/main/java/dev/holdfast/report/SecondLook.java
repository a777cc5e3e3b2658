package dev.holdfast.report;

import dev.holdfast.shop.mirror.Mirror;
import dev.holdfast.shop.refresh.ObjectReader;
import dev.holdfast.shopify.client.Access;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads single things again from Shopify before a difference is told: some have changed while it wrote its file. */
final class SecondLook {
    /** Beyond so many of a kind the file has to do: each one costs points. */
    static final int MOST = 2_000;

    // Each time anew as many in a request as there are points for.
    private static final int TOGETHER = 200;

    private final ObjectReader reader;

    SecondLook(ObjectReader reader) {
        this.reader = reader;
    }

    /** What Shopify has under these ids now; throws {@link dev.holdfast.shopify.ShopifyFault} when one cannot be read. */
    <T> Map<Long, Optional<T>> at(Access right, Mirror<T> mirror, Collection<Long> ids) {
        var all = new TreeMap<Long, Optional<T>>();
        var rest = List.copyOf(ids);
        for (int from = 0; from < rest.size(); from += TOGETHER) {
            var some = rest.subList(from, Math.min(rest.size(), from + TOGETHER));
            reader.read(right, mirror, some).forEach(one -> all.put(one.id(), one.orThrow()));
        }
        return all;
    }
}
