package dev.holdfast.platform.secrets;

import java.nio.file.Path;
import java.util.Optional;

/** Secrets with a key of their own, for tests of other modules. */
public final class TestSecrets {
    private TestSecrets() {}

    /** With a key file in this folder, made when it is first needed. */
    public static Secrets in(Path folder) {
        return new Secrets(new KeyStore(new SecretSettings(Optional.empty(), folder.resolve("secret.key"))));
    }
}
