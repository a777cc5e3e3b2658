package dev.holdfast.shopify.client;

import dev.holdfast.shopify.ShopifyFault;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Asks Shopify, one request at a time, and keeps the books on each shop's points.
 *
 * <p>Nothing here waits or repeats: an effect is repeated by the outbox, which can be seen and survives a restart; a read
 * by {@link PatientReader}.
 */
public final class ShopifyClient {
    private final GraphqlCalls calls;
    private final Throttle throttle;
    private final Troubles troubles;

    public ShopifyClient(Http http, ShopifyAddress address, Throttle throttle, Troubles troubles) {
        this.calls = new GraphqlCalls(http, address);
        this.throttle = throttle;
        this.troubles = troubles;
    }

    /** Whether the shop has the points for this document now, and else how long it takes until it has. */
    public Throttle.Turn turn(Access access, Document document) {
        return turn(access, document, 1);
    }

    /** The same for a document that asks for so many things. */
    Throttle.Turn turn(Access access, Document document, int things) {
        return throttle.turn(access.shop(), document, things);
    }

    Throttle throttle() {
        return throttle;
    }

    /** Ends a turn for which nothing was sent. */
    public void giveUp(Access access, Throttle.Turn turn) {
        throttle.end(access.shop(), turn);
    }

    /**
     * Sends the document; {@code turn} is a turn of now for it.
     *
     * @return an answer with data, which may hold user errors
     * @throws ShopifyFault when there is no such answer
     */
    public Answer ask(Access access, Document document, JsonNode variables, Throttle.Turn turn) {
        Optional<Cost> cost = Optional.empty();
        long begun = System.nanoTime();
        try {
            var reply = calls.call(access, document, variables);
            cost = reply.cost();
            var answer = answer(reply);
            troubles.answered(access.shop(), since(begun));
            return answer;
        } catch (ShopifyFault e) {
            troubles.failed(access.shop(), since(begun), String.valueOf(e.getMessage()));
            throw e;
        } finally {
            cost.ifPresentOrElse(
                    known -> throttle.end(access.shop(), document, turn, known),
                    () -> throttle.end(access.shop(), turn));
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private Answer answer(Reply reply) {
        return switch (reply) {
            case Reply.Given given -> given.answer();
            case Reply.Denied denied -> {
                if (denied.fault().kind() == ShopifyFault.Kind.THROTTLED) {
                    throttle.countRefused();
                }
                throw denied.fault();
            }
        };
    }
}
