package dev.holdfast.simulator.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one shop. They expire by the shop's clock.
 *
 * <p>Refresh tokens rotate: the one that was used keeps working until one it was exchanged for is used, at most 30 days
 * (Shopify's change of 2026-08-28).
 */
public final class Tokens {
    static final Duration OFFLINE_LIFE = Duration.ofHours(1);
    static final Duration REFRESH_LIFE = Duration.ofDays(90);
    static final Duration OLD_REFRESH_LIFE = Duration.ofDays(30);
    static final Duration DAY = Duration.ofDays(1);

    private final InstantSource clock;
    private final Map<String, Grant> grants = new HashMap<>();
    private final Map<String, Refresh> refreshes = new HashMap<>();

    private record Refresh(
            App app,
            Set<String> scopes,
            Instant expiresAt,
            @Nullable String parent) {}

    Tokens(InstantSource clock) {
        this.clock = clock;
    }

    /** What a token may do now; empty when it is unknown, expired or revoked. */
    public synchronized Optional<Grant> find(String token) {
        return Optional.ofNullable(grants.get(token)).filter(grant -> grant.isLive(clock.instant()));
    }

    /** An offline token that never expires; the same one again for the same app and scopes. */
    synchronized Map<String, Object> permanent(App app, Set<String> scopes) {
        for (var entry : grants.entrySet()) {
            var grant = entry.getValue();
            if (grant.app() == app
                    && grant.kind() == Grant.Kind.OFFLINE
                    && grant.expiresAt().isEmpty()
                    && grant.scopes().equals(scopes)) {
                return answer(entry.getKey(), scopes);
            }
        }
        return answer(issue(new Grant(app, Grant.Kind.OFFLINE, scopes, Optional.empty(), Optional.empty())), scopes);
    }

    /** An offline token for an hour, with the refresh token that replaces it. */
    synchronized Map<String, Object> expiring(App app, Set<String> scopes) {
        return expiring(app, scopes, null);
    }

    synchronized Map<String, Object> online(App app, Set<String> scopes, long userId) {
        var expiresAt = Optional.of(clock.instant().plus(DAY));
        var grant = new Grant(app, Grant.Kind.ONLINE, scopes, expiresAt, Optional.of(userId));
        var answer = answer(issue(grant), scopes);
        answer.put("expires_in", DAY.toSeconds() - 1);
        answer.put("associated_user_scope", Scopes.compressed(scopes));
        answer.put("associated_user", user(userId));
        return answer;
    }

    synchronized Map<String, Object> clientCredentials(App app, Set<String> scopes) {
        var expiresAt = Optional.of(clock.instant().plus(DAY));
        var grant = new Grant(app, Grant.Kind.CLIENT_CREDENTIALS, scopes, expiresAt, Optional.empty());
        var answer = answer(issue(grant), scopes);
        answer.put("expires_in", DAY.toSeconds() - 1);
        return answer;
    }

    /** New tokens for a refresh token of this app; empty when it is unknown, expired or was replaced. */
    synchronized Optional<Map<String, Object>> refresh(App app, String token) {
        var now = clock.instant();
        var known = refreshes.get(token);
        if (known == null || known.app() != app || !now.isBefore(known.expiresAt())) {
            return Optional.empty();
        }
        if (known.parent() != null) {
            refreshes.remove(known.parent());
        }
        var latest = now.plus(OLD_REFRESH_LIFE);
        var until = latest.isBefore(known.expiresAt()) ? latest : known.expiresAt();
        refreshes.put(token, new Refresh(app, known.scopes(), until, null));
        return Optional.of(expiring(app, known.scopes(), token));
    }

    /** Exchanges an offline token that never expires for one that does; the old one is dead. */
    synchronized Optional<Map<String, Object>> migrate(App app, String token) {
        var grant = grants.get(token);
        if (grant == null
                || grant.app() != app
                || grant.kind() != Grant.Kind.OFFLINE
                || grant.expiresAt().isPresent()) {
            return Optional.empty();
        }
        grants.remove(token);
        return Optional.of(expiring(app, grant.scopes(), null));
    }

    /** Kills every token the app has here, as an uninstall does. */
    synchronized void revokeAll(App app) {
        grants.values().removeIf(grant -> grant.app() == app);
        refreshes.values().removeIf(refresh -> refresh.app() == app);
    }

    private Map<String, Object> expiring(App app, Set<String> scopes, @Nullable String parent) {
        var now = clock.instant();
        var expiresAt = Optional.of(now.plus(OFFLINE_LIFE));
        var answer = answer(issue(new Grant(app, Grant.Kind.OFFLINE, scopes, expiresAt, Optional.empty())), scopes);
        var refresh = "shprt_" + random();
        refreshes.put(refresh, new Refresh(app, scopes, now.plus(REFRESH_LIFE), parent));
        answer.put("expires_in", OFFLINE_LIFE.toSeconds());
        answer.put("refresh_token", refresh);
        answer.put("refresh_token_expires_in", REFRESH_LIFE.toSeconds());
        return answer;
    }

    private String issue(Grant grant) {
        var token = (grant.kind() == Grant.Kind.ONLINE ? "shpua_" : "shpat_") + random();
        grants.put(token, grant);
        return token;
    }

    private static Map<String, Object> answer(String token, Set<String> scopes) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", token);
        answer.put("scope", Scopes.compressed(scopes));
        return answer;
    }

    private static Map<String, Object> user(long userId) {
        var user = new LinkedHashMap<String, Object>();
        user.put("id", userId);
        user.put("first_name", "Sim");
        user.put("last_name", "Owner");
        user.put("email", "owner@example.com");
        user.put("account_owner", true);
        user.put("locale", "en");
        user.put("collaborator", false);
        user.put("email_verified", true);
        return user;
    }

    // Not drawn from the seed: a token is a secret also in a simulation that others can reach.
    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
