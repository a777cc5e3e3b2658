package dev.holdfast.platform.secrets;

import dev.holdfast.platform.settings.SettingsReader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the key is that seals secrets.
 *
 * @param keys the keys themselves, as {@code holdfast rotate-key --print} wrote them; empty when they are in the file
 * @param file made at the first start, readable by its owner alone; every process on one database needs the same
 */
public record SecretSettings(Optional<String> keys, Path file) {

    static final String KEYS = "secrets.keys";

    public static SecretSettings read(SettingsReader settings) {
        return new SecretSettings(settings.secret(KEYS), settings.path("secrets.key-file", "secret.key"));
    }

    /** For messages. */
    String place() {
        return keys.isPresent() ? KEYS : file.toString();
    }
}
