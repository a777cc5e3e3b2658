package dev.holdfast.shopify.inbox;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Shopify signed this, yet it is not what a webhook of the topic looks like: it is set aside. */
public final class UnreadableWebhook extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableWebhook(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
