package dev.holdfast.platform.privacy;

import dev.holdfast.platform.settings.SettingsReader;
import java.nio.file.Path;

/**
 * Where it is kept outside the database who was forgotten.
 *
 * @param forgotten every worker on one database needs the same; keep it with the key file
 */
public record PrivacySettings(Path forgotten) {
    public static PrivacySettings read(SettingsReader settings) {
        return new PrivacySettings(settings.path("privacy.forgotten-file", "forgotten.txt"));
    }
}
