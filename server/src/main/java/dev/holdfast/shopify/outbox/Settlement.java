package dev.holdfast.shopify.outbox;

import dev.holdfast.platform.Ids;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.ShopifyFault.Kind;
import dev.holdfast.shopify.UserError;
import dev.holdfast.shopify.client.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what sending an effect came to, within the shop's transaction. */
final class Settlement {
    /** So long an effect that only meets failures is tried. */
    static final Duration GIVE_UP = Duration.ofHours(24);

    // Codes of shopify.dev, "Making idempotency mandatory".
    private static final String CONCURRENT = "IDEMPOTENCY_CONCURRENT_REQUEST";
    private static final String GIVEN_UP = "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED";

    private final EffectKinds kinds;
    private final Ids ids;
    private final InstantSource clock;
    private final RandomGenerator random;

    Settlement(EffectKinds kinds, Ids ids, InstantSource clock, RandomGenerator random) {
        this.kinds = kinds;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /** {@code effect} is as it was before it was sent. */
    void settle(JdbcClient sql, Effect effect, Outcome outcome) {
        var now = clock.instant();
        switch (outcome) {
            case Outcome.Done done -> {
                kinds.named(effect.kind()).done(sql, effect, done.data());
                OutboxRows.done(sql, effect, now);
            }
            case Outcome.Refused refused -> refused(sql, effect, refused.errors());
            case Outcome.Failed failed -> failed(sql, effect, failed.fault());
            case Outcome.Broken broken -> notNoted(sql, effect, broken.cause());
            case Outcome.NotHappened _ ->
                OutboxRows.again(sql, effect, now, "Looked on Shopify: it has not happened yet.");
            case Outcome.CannotTell _ ->
                OutboxRows.setAside(
                        sql,
                        effect,
                        now,
                        "The answer was lost and nobody can tell whether it happened: look at Shopify, then resend or drop it.");
        }
    }

    private void refused(JdbcClient sql, Effect effect, List<UserError> errors) {
        var now = clock.instant();
        if (has(errors, CONCURRENT)) {
            OutboxRows.unknown(sql, effect, now.plus(pause(effect)), text(errors));
        } else if (has(errors, GIVEN_UP)) {
            OutboxRows.againWithNewKey(sql, effect, ids.next(), now.plus(pause(effect)));
        } else {
            switch (kinds.named(effect.kind()).refused(sql, effect, errors)) {
                case ACCEPTED -> OutboxRows.done(sql, effect, now);
                case AGAIN -> againUnlessTooOld(sql, effect, text(errors));
                case SET_ASIDE -> OutboxRows.setAside(sql, effect, now, "Shopify refused it: " + text(errors));
            }
        }
    }

    private void againUnlessTooOld(JdbcClient sql, Effect effect, String reason) {
        if (isTooOld(effect)) {
            OutboxRows.setAside(sql, effect, clock.instant(), "Refused for a day. " + reason);
        } else {
            OutboxRows.again(sql, effect, clock.instant().plus(pause(effect)), reason);
        }
    }

    private void failed(JdbcClient sql, Effect effect, ShopifyFault fault) {
        var now = clock.instant();
        var due = now.plus(fault.after().orElseGet(() -> pause(effect)));
        boolean goesOn =
                fault.canBeRepeated() || fault.kind() == Kind.TOKEN_DEAD || fault.kind() == Kind.SHOP_UNAVAILABLE;
        if (!goesOn) {
            OutboxRows.setAside(sql, effect, now, String.valueOf(fault.getMessage()));
        } else if (isTooOld(effect) && fault.kind() != Kind.THROTTLED) {
            OutboxRows.setAside(sql, effect, now, "Tried for a day. " + fault.getMessage());
        } else if (fault.mayHaveHappened() || effect.mayHaveHappened()) {
            // What an earlier attempt may have done is not undone by a later one that did nothing.
            OutboxRows.unknown(sql, effect, due, String.valueOf(fault.getMessage()));
        } else {
            OutboxRows.again(sql, effect, due, String.valueOf(fault.getMessage()));
        }
    }

    /** Our own program failed on it, and Shopify may have carried it out. */
    void notNoted(JdbcClient sql, Effect effect, RuntimeException e) {
        OutboxRows.setAside(
                sql,
                effect,
                clock.instant(),
                "Holdfast itself failed on it, maybe after Shopify carried it out ("
                        + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "). Look at Shopify, then resend it with the same key or drop it.");
    }

    private boolean isTooOld(Effect effect) {
        Instant since = effect.firstSentAt().orElse(Instant.MAX);
        return since.isBefore(clock.instant().minus(GIVE_UP));
    }

    private Duration pause(Effect effect) {
        return Pauses.after(effect.attempts() + 1, random);
    }

    private static boolean has(List<UserError> errors, String code) {
        return errors.stream()
                .anyMatch(error -> error.code().filter(code::equals).isPresent());
    }

    private static String text(List<UserError> errors) {
        return errors.stream().map(UserError::toString).collect(Collectors.joining("; "));
    }
}
