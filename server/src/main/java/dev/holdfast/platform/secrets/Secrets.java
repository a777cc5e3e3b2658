package dev.holdfast.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals secrets before they go into the database (AES-256-GCM by Tink). Each is bound to a place, such as {@code access token
 * of shop 7}: moved to another row it does not open. Safe to use from many threads.
 */
public final class Secrets {

    private final KeyStore store;

    Secrets(KeyStore store) {
        this.store = store;
    }

    public byte[] seal(String secret, String place) {
        return store.current().seal(utf8(secret), utf8(place));
    }

    /** Throws {@link CannotOpen} when it was not sealed for this place, or not with a key we have. */
    public String open(byte[] sealed, String place) {
        try {
            return new String(store.current().open(sealed, utf8(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new CannotOpen(place, e);
        }
    }

    /** Whether nothing would change if it were sealed again; after a rotation, old ones are not. */
    public boolean isCurrent(byte[] sealed) {
        return store.current().sealedByCurrent(sealed);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
