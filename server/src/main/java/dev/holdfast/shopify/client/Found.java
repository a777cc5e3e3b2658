package dev.holdfast.shopify.client;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of reading one thing by its id.
 *
 * @param asOf before it was asked for
 * @param thing empty when Shopify does not have it, or when there was a problem
 * @param problem why it could not be read
 */
public record Found<T>(long id, Instant asOf, Optional<T> thing, Optional<RuntimeException> problem) {

    static <T> Found<T> of(long id, Instant asOf, Optional<T> thing) {
        return new Found<>(id, asOf, thing, Optional.empty());
    }

    /** It could not be read. */
    public static <T> Found<T> failed(long id, Instant asOf, RuntimeException why) {
        return new Found<>(id, asOf, Optional.empty(), Optional.of(why));
    }

    /** What is read out of it; whatever that trips over is a problem of this one alone. */
    public <R> Found<R> read(Function<T, R> reading) {
        return flatRead(one -> Optional.of(reading.apply(one)));
    }

    /** The same, where it may turn out not to be there. */
    public <R> Found<R> flatRead(Function<T, Optional<R>> reading) {
        try {
            return new Found<>(id, asOf, thing.flatMap(reading), problem);
        } catch (RuntimeException e) {
            // A bug of ours as well: it must not keep the others from being read.
            return failed(id, asOf, e);
        }
    }

    /** Throws its problem when it has one. */
    public Optional<T> orThrow() {
        if (problem.isPresent()) {
            throw problem.get();
        }
        return thing;
    }
}
