package dev.holdfast.shopify.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.shopify.ClientSecrets;
import dev.holdfast.shopify.Signatures;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No webhook that Shopify did not sign is accepted, whatever is changed on one that it did. */
class ForgedWebhooksTest {
    private static final int FORGERIES = Integer.getInteger("holdfast.forgeries", 10_000);
    private static final List<Forgery> WAYS = List.of(Forgery.values());
    private static final long SEED = Long.getLong("holdfast.seed", 20261122);

    private final Authenticity authenticity =
            new Authenticity(new Signatures(ClientSecrets.of(SampleWebhook.SECRET), InstantSource.system()));

    @Test
    void what_shopify_signed_is_accepted() {
        var random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            var sample = SampleWebhook.random(random);
            assertThat(authenticity.check(sample::header, sample.body()))
                    .as("seed %d, sample %d", SEED, i)
                    .isPresent();
        }
    }

    @Test
    void nothing_else_is() {
        var random = new Random(SEED);
        for (int i = 0; i < FORGERIES; i++) {
            var sample = SampleWebhook.random(random);
            var how = WAYS.get(random.nextInt(WAYS.size()));
            var forged = how.of(sample, random);
            assertThat(authenticity.check(forged::header, forged.body()))
                    .as("seed %d, forgery %d: %s", SEED, i, how)
                    .isEmpty();
        }
    }
}
