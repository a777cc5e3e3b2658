package dev.holdfast.shopify.inbox;

import java.time.Duration;

/**
 * How much the inbox takes at once.
 *
 * @param bodyBytes the largest body that is read; more is answered 413
 * @param waitingBytes bodies in memory, being read or waiting to be stored; more is answered 503
 * @param waiting webhooks waiting to be stored; more is answered 503
 * @param batch webhooks stored by one commit
 * @param patience how long a request waits to be stored; Shopify gives up after 5 seconds in all
 */
public record InboxLimits(int bodyBytes, long waitingBytes, int waiting, int batch, Duration patience) {
    public static final InboxLimits DEFAULT = new InboxLimits(4 << 20, 128L << 20, 8192, 500, Duration.ofSeconds(4));

    public InboxLimits {
        if (bodyBytes <= 0 || waitingBytes < bodyBytes || waiting <= 0 || batch <= 0 || patience.isNegative()) {
            throw new IllegalArgumentException("Every limit of the inbox must be positive, and one body must fit in.");
        }
    }
}
