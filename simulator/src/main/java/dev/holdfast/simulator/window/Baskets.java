package dev.holdfast.simulator.window;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** The baskets of all buyers, by the token in their cookie; those that were not looked at for longest are forgotten. */
final class Baskets {

    private static final int KEPT = 10_000;

    private final Map<Key, Basket> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final SplittableRandom random;

    private record Key(String shop, String token) {}

    Baskets(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Nothing in it for a token nobody knows. */
    synchronized Basket of(String shop, String token) {
        return kept.getOrDefault(new Key(shop, token), Basket.EMPTY);
    }

    synchronized void keep(String shop, String token, Basket basket) {
        kept.put(new Key(shop, token), basket);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    synchronized String newToken() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
