package dev.holdfast.simulator.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A registered app and its secrets, of which there are two while one is being rotated. */
public final class App {
    private final AppSettings settings;
    private String secret;
    private @Nullable String oldSecret;

    App(AppSettings settings) {
        this.settings = settings;
        this.secret = settings.clientSecret();
    }

    public AppSettings settings() {
        return settings;
    }

    /** What is signed is signed with this. */
    public synchronized String secret() {
        return secret;
    }

    /** The secret before the last rotation, until it is revoked: Shopify may go on signing with it for an hour. */
    public synchronized @Nullable String oldSecret() {
        return oldSecret;
    }

    /** A new secret signs from now on; the old one is still accepted. */
    public synchronized void rotateSecret(String newSecret) {
        oldSecret = secret;
        secret = newSecret;
    }

    /** The old secret is no longer accepted. */
    public synchronized void revokeOldSecret() {
        oldSecret = null;
    }

    synchronized boolean accepts(String given) {
        return same(given, secret) || (oldSecret != null && same(given, oldSecret));
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
