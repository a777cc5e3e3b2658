package dev.holdfast.platform.secrets;

import dev.holdfast.platform.Home;
import dev.holdfast.platform.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys as they are now: in a file, which another process may replace at any time, or fixed by a setting. */
final class KeyStore {

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final SecretSettings settings;
    private @Nullable Keys keys;
    private @Nullable Object read;

    KeyStore(SecretSettings settings) {
        this.settings = settings;
    }

    synchronized Keys current() {
        Keys known = keys;
        if (settings.keys().isPresent()) {
            known = known == null ? Keys.parse(settings.keys().get(), SecretSettings.KEYS) : known;
            keys = known;
            return known;
        }
        try {
            if (Files.notExists(settings.file())) {
                write(Keys.first());
            }
            Object changed = version();
            if (known == null || !changed.equals(read)) {
                known = fromFile();
                keys = known;
                read = changed;
            }
            return known;
        } catch (IOException e) {
            throw new Refusal(settings.place(), "the key file cannot be used: " + e, e);
        }
    }

    // The time alone may stay the same when a file is replaced at once; a new file has another key.
    private Object version() throws IOException {
        var attributes = Files.readAttributes(settings.file(), BasicFileAttributes.class);
        return attributes.lastModifiedTime() + " " + attributes.fileKey();
    }

    private Keys fromFile() throws IOException {
        if (!OWNER.containsAll(Files.getPosixFilePermissions(settings.file()))) {
            throw new Refusal(settings.place(), "others than its owner may read this key; run chmod 600 on it");
        }
        return Keys.parse(Files.readString(settings.file()), settings.place());
    }

    void write(Keys next) throws IOException {
        Home.writePrivate(settings.file(), (next.text() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    SecretSettings settings() {
        return settings;
    }
}
