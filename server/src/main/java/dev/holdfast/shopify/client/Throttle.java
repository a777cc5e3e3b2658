package dev.holdfast.shopify.client;

import dev.holdfast.shopify.ShopDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many points each shop has left, as its answers tell, and so how long to wait before asking again.
 *
 * <p>A bucket is never assumed: a shop nobody has asked yet is asked, and what it answers counts from then on. Several
 * processes learn of each other's use by those answers; what they take in the same instant ends as THROTTLED, which costs
 * nothing but the wait.
 */
public final class Throttle {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    // Shopify refuses a query that asks for more points (shopify.dev, "Shopify API limits").
    private static final double LARGEST_QUERY = 1000;
    // Nor does a list given to it hold more than this (the same page).
    private static final int LONGEST_LIST = 250;

    private final InstantSource clock;
    private final Map<ShopDomain, Bucket> buckets = new ConcurrentHashMap<>();
    // For each of the things asked for.
    private final Map<String, Double> costs = new ConcurrentHashMap<>();
    private final AtomicLong refused = new AtomicLong();

    /**
     * Points set aside for one request, or how long to wait until there are enough.
     *
     * @param things how many are asked for
     * @param answersBefore of this shop's answers when it was taken
     */
    public record Turn(Duration delay, double points, int things, long answersBefore) {
        public boolean isNow() {
            return delay.isZero();
        }
    }

    /** What an answer told at that moment, and what has been sent since or is still under way. */
    private record Bucket(Cost.Level level, double told, Instant at, double underWay, long answers) {
        double toldAt(Instant now) {
            double seconds = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
            return Math.min(level.maximum(), told + seconds * level.restoredPerSecond());
        }

        double availableAt(Instant now) {
            return toldAt(now) - underWay;
        }

        Bucket with(double more) {
            return new Bucket(level, told, at, Math.max(0, underWay + more), answers);
        }
    }

    public Throttle(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Sets points aside for a request, or tells how long to wait. Every turn that is now has to be ended.
     *
     * <p>What a document costs is known once it was sent; before that it is let through, so that it becomes known. Of a
     * document that asks for several things it is what each of them cost last, which is never too little for more of them.
     */
    public Turn turn(ShopDomain shop, Document document, int things) {
        var now = clock.instant();
        double cost = things * cost(document);
        var turn = new Turn[] {new Turn(Duration.ZERO, 0, things, 0)};
        buckets.computeIfPresent(shop, (_, bucket) -> {
            double available = bucket.availableAt(now);
            // A document that costs more than the bucket holds is sent when it is full: Shopify then says no, not we.
            double needed = Math.min(cost, bucket.level().maximum());
            turn[0] = new Turn(delay(needed, available, bucket.level()), needed, things, bucket.answers());
            return turn[0].isNow() ? bucket.with(needed) : bucket;
        });
        return turn[0];
    }

    /** What the document costs for one thing, as far as its last answer told; 0 before that. */
    public double cost(Document document) {
        return costs.getOrDefault(document.name(), 0.0);
    }

    /** The points that the shop has now; without end while it has not been asked. */
    public double left(ShopDomain shop) {
        var bucket = buckets.get(shop);
        return bucket == null ? Double.POSITIVE_INFINITY : Math.max(0, bucket.availableAt(clock.instant()));
    }

    /** For how many things one request of this document has the points now; one, while it is not known what that costs. */
    public int room(ShopDomain shop, Document document) {
        double each = cost(document);
        double points = Math.min(LARGEST_QUERY, left(shop));
        return each == 0 ? 1 : (int) Math.clamp(Math.floor(points / each), 1, LONGEST_LIST);
    }

    /** Ends a turn with what the answer told. */
    void end(ShopDomain shop, Document document, Turn turn, Cost cost) {
        costs.put(document.name(), cost.requested() / turn.things());
        var level = cost.level();
        var now = clock.instant();
        buckets.compute(shop, (_, bucket) -> {
            if (bucket == null) {
                return new Bucket(level, level.available(), now, 0, 1);
            }
            double others = Math.max(0, bucket.underWay() - turn.points());
            // Answers overtake each other: of those that were under way together, the one that tells least was the
            // last.
            double told = bucket.answers() > turn.answersBefore()
                    ? Math.min(level.available(), bucket.toldAt(now))
                    : level.available();
            return new Bucket(level, told, now, others, bucket.answers() + 1);
        });
    }

    /** Ends a turn without an answer. */
    void end(ShopDomain shop, Turn turn) {
        buckets.computeIfPresent(shop, (_, bucket) -> bucket.with(-turn.points()));
    }

    /** The part of its bucket that the shop nearest to its limit has left, from 0 to 1; 1 while nobody was asked. */
    public double leastLeft() {
        var now = clock.instant();
        return buckets.values().stream()
                .mapToDouble(bucket ->
                        Math.max(0, bucket.availableAt(now) / bucket.level().maximum()))
                .min()
                .orElse(1);
    }

    /** How often Shopify said THROTTLED since the start. */
    public long refused() {
        return refused.get();
    }

    void countRefused() {
        refused.incrementAndGet();
    }

    /** How long until the points are there: (needed - available) / rate, and never for ever. */
    static Duration delay(double needed, double available, Cost.Level level) {
        double missing = needed - available;
        if (missing <= 0) {
            return Duration.ZERO;
        }
        if (level.restoredPerSecond() <= 0) {
            return LONGEST;
        }
        double millis = Math.ceil(missing / level.restoredPerSecond() * 1000);
        return millis >= LONGEST.toMillis() ? LONGEST : Duration.ofMillis((long) millis);
    }
}
