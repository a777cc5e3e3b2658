package dev.holdfast.platform.secrets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Secrets with a key of their own, for tests of other modules. */
public final class TestSecrets {
    private TestSecrets() {}

    /** With a key file in this folder, made when it is first needed. */
    public static Secrets in(Path folder) {
        return new Secrets(store(folder));
    }

    /** Another key seals from now on; the one that sealed until now still opens. */
    public static void rotate(Path folder) throws IOException {
        store(folder).write(store(folder).current().rotated());
    }

    private static KeyStore store(Path folder) {
        return new KeyStore(new SecretSettings(Optional.empty(), folder.resolve("secret.key")));
    }
}
