package dev.holdfast.simulator.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What one access token may do on one shop.
 *
 * @param scopes as granted; {@link Scopes#withImplied} adds the read scope each write scope implies
 * @param expiresAt empty for a token that never expires
 * @param userId the staff member an online token stands for
 */
public record Grant(App app, Kind kind, Set<String> scopes, Optional<Instant> expiresAt, Optional<Long> userId) {
    /** Who a token stands for. */
    public enum Kind {
        OFFLINE,
        ONLINE,
        CLIENT_CREDENTIALS
    }

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    boolean isLive(Instant now) {
        return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
    }
}
