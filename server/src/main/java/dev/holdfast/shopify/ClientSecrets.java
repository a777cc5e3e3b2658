package dev.holdfast.shopify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The secret Shopify shares with the app, and the one before it while Shopify may still sign with that.
 *
 * <p>After a rotation Shopify may sign with the old secret for up to an hour
 * (shopify.dev, "Verify webhook deliveries"), so both are accepted until {@code previousUntil}.
 */
public record ClientSecrets(String current, Optional<Previous> previous) {
    /** A secret that was rotated away and is still accepted for a while. */
    public record Previous(String secret, Instant until) {
        public Previous {
            check(secret);
        }

        @Override
        public String toString() {
            return "Previous[until=" + until + "]";
        }
    }

    public ClientSecrets {
        check(current);
    }

    public static ClientSecrets of(String current) {
        return new ClientSecrets(current, Optional.empty());
    }

    /** The secrets that count now, the current one first. */
    public List<String> acceptedAt(Instant now) {
        return previous.filter(old -> now.isBefore(old.until()))
                .map(old -> List.of(current, old.secret()))
                .orElseGet(() -> List.of(current));
    }

    private static void check(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException(
                    "The app's client secret is empty: nothing could be told from a forgery.");
        }
    }

    @Override
    public String toString() {
        return "ClientSecrets[" + (previous.isPresent() ? "two" : "one") + "]";
    }
}
