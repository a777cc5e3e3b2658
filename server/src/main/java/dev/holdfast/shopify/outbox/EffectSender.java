package dev.holdfast.shopify.outbox;

import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.client.Access;
import dev.holdfast.shopify.client.Document;
import dev.holdfast.shopify.client.Document.Repeat;
import dev.holdfast.shopify.client.ShopifyClient;
import dev.holdfast.shopify.client.Throttle;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends one effect, or looks first whether it has happened; touches no table. */
final class EffectSender {
    private final ShopifyClient client;
    private final EffectKinds kinds;

    EffectSender(ShopifyClient client, EffectKinds kinds) {
        this.client = client;
        this.kinds = kinds;
    }

    /** An effect with what it takes to send it; {@code effect} is as it was before it was marked as being sent. */
    record Ready(Effect effect, Document document, Throttle.Turn points) {}

    /** Sends them side by side; the outcomes are in the same order. */
    List<Outcome> sendAll(Access access, List<Ready> together) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = together.stream()
                    .map(ready -> CompletableFuture.supplyAsync(() -> send(access, ready), threads))
                    .toList();
            return sent.stream().map(CompletableFuture::join).toList();
        }
    }

    private Outcome send(Access access, Ready ready) {
        try {
            return trySend(access, ready);
        } catch (ShopifyFault e) {
            return new Outcome.Failed(e);
        } catch (RuntimeException e) {
            // One effect that trips over our own bug must not keep those sent beside it from being noted.
            return new Outcome.Broken(e);
        }
    }

    private Outcome trySend(Access access, Ready ready) {
        var effect = ready.effect();
        if (effect.mayHaveHappened() && ready.document().repeat() == Repeat.LOOK_FIRST) {
            return look(access, ready);
        }
        var answer = client.ask(access, ready.document(), variables(ready), ready.points());
        var errors = answer.userErrors();
        return errors.isEmpty() ? new Outcome.Done(answer.data()) : new Outcome.Refused(errors);
    }

    private static JsonNode variables(Ready ready) {
        if (ready.document().repeat() != Repeat.SAME_KEY) {
            return ready.effect().variables();
        }
        var with = (ObjectNode) ready.effect().variables().deepCopy();
        return with.put("key", ready.effect().key().toString());
    }

    private Outcome look(Access access, Ready ready) {
        client.giveUp(access, ready.points());
        var look = kinds.named(ready.effect().kind()).look(ready.effect());
        if (look.isEmpty()) {
            return new Outcome.CannotTell();
        }
        var points = client.turn(access, look.get().document());
        if (!points.isNow()) {
            return new Outcome.Failed(
                    new ShopifyFault(ShopifyFault.Kind.THROTTLED, "No points to look with.", points.delay(), null));
        }
        var data = client.ask(access, look.get().document(), look.get().variables(), points)
                .data();
        return switch (look.get().judge().apply(data)) {
            case HAPPENED -> new Outcome.Done(data);
            case NOT_HAPPENED -> new Outcome.NotHappened();
            case CANNOT_TELL -> new Outcome.CannotTell();
        };
    }
}
