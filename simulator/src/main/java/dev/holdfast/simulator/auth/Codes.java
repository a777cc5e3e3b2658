package dev.holdfast.simulator.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The authorization codes that were handed out and not used yet; each is good once, for ten minutes. */
final class Codes {
    /** The staff member who approves; the account owner. */
    static final long OWNER = 1L;

    private static final Duration LIFE = Duration.ofMinutes(10);
    private final Map<String, Approved> codes = new ConcurrentHashMap<>();
    private final Apps apps;

    Codes(Apps apps) {
        this.apps = apps;
    }

    /** What a merchant approved. */
    record Approved(String shop, App app, Set<String> scopes, boolean online, Instant expiresAt) {}

    String issue(String shop, App app, Set<String> scopes, boolean online) {
        var code = UUID.randomUUID().toString().replace("-", "");
        var expiresAt = apps.clock(shop).instant().plus(LIFE);
        codes.put(code, new Approved(shop, app, scopes, online, expiresAt));
        return code;
    }

    Optional<Approved> redeem(String code, String shop, App app) {
        return Optional.ofNullable(codes.remove(code))
                .filter(approved -> approved.shop().equals(shop) && approved.app() == app)
                .filter(approved -> apps.clock(shop).instant().isBefore(approved.expiresAt()));
    }
}
