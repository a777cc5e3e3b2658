package dev.holdfast.platform.privacy;

import dev.holdfast.platform.settings.SettingsReader;
import java.nio.file.Path;

/**
 * Where it is kept outside the database who was forgotten.
 *
 * @param forgotten what this process forgot, and others that share it; keep it with the key file
 */
public record PrivacySettings(Path forgotten) {
    public static PrivacySettings read(SettingsReader settings) {
        return new PrivacySettings(settings.path("privacy.forgotten-file", "forgotten.txt"));
    }
}
