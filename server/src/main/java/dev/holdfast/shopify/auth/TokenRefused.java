package dev.holdfast.shopify.auth;

import java.io.Serial;

/** Shopify gives no token for what was shown to it, and will not give one if it is shown again. */
public final class TokenRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    TokenRefused(String message) {
        super(message);
    }
}
