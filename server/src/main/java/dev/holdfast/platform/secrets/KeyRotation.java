package dev.holdfast.platform.secrets;

import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.util.List;

/** Replaces the key that seals, and seals again what the old one sealed; the program may run meanwhile. */
public final class KeyRotation {

    // A process that read the file just before may still seal with the old key once.
    private static final int ROUNDS = 3;

    private final KeyStore store;
    private final Secrets secrets;
    private final List<SealedRows> rows;

    KeyRotation(KeyStore store, Secrets secrets, List<SealedRows> rows) {
        this.store = store;
        this.secrets = secrets;
        this.rows = rows;
    }

    /**
     * Makes a new key in the key file and seals everything again with it.
     *
     * @return how many secrets were sealed again
     * @throws Refusal when the keys are given by a setting, which the program cannot change
     */
    public int rotate() {
        if (store.settings().keys().isPresent()) {
            throw new Refusal(
                    SecretSettings.KEYS,
                    "gives the keys, so they cannot be replaced here; run: holdfast rotate-key --print, set what it prints,"
                            + " start all processes again, then run: holdfast rotate-key --seal-again");
        }
        // What an older key sealed must be gone before that key is forgotten.
        sealAgain();
        try {
            store.write(store.current().rotated());
        } catch (IOException e) {
            throw new Refusal(store.settings().place(), "the new key cannot be written: " + e, e);
        }
        return sealAgain();
    }

    /** The present keys with a new one before them, as the setting {@code secrets.keys} takes them. Secret. */
    public String nextKeys() {
        return store.current().rotated().text();
    }

    /** Seals again whatever the present key did not seal; returns how many. */
    public int sealAgain() {
        int all = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            int now = rows.stream().mapToInt(one -> one.sealAgain(secrets)).sum();
            all += now;
            if (now == 0) {
                break;
            }
        }
        return all;
    }
}
