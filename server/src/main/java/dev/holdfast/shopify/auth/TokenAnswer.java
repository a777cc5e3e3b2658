package dev.holdfast.shopify.auth;

import dev.holdfast.shopify.Scopes;
import java.time.Duration;
import java.util.Optional;

/**
 * Tokens as Shopify gives them.
 *
 * @param life how long the access token works; empty for one that never expires
 * @param refresh what it is renewed with, if it can be
 */
record TokenAnswer(String access, Scopes scopes, Optional<Duration> life, Optional<Refresh> refresh) {
    /** A refresh token and how long it works. */
    record Refresh(String token, Duration life) {
        @Override
        public String toString() {
            return "Refresh[" + life + "]";
        }
    }

    @Override
    public String toString() {
        return "TokenAnswer[" + scopes + "]";
    }
}
