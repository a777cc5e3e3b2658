package dev.holdfast.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/** The folder that holds what the program keeps on this machine; its owner alone can read it. */
public record Home(Path folder) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** {@code HOLDFAST_HOME}, else {@code .holdfast} in the user's own folder. */
    public static Home of(Map<String, String> environment) {
        String named = environment.getOrDefault("HOLDFAST_HOME", "");
        return new Home(
                named.isBlank() ? Path.of(System.getProperty("user.home"), ".holdfast") : Path.of(named.strip()));
    }

    /** Makes the folder when it is missing; refuses one that others may read, since passwords and keys lie in it. */
    public Home prepared() {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new Refusal(folder.toString(), "is not a folder; name another one in HOLDFAST_HOME");
            }
            Files.createDirectories(folder, PRIVATE_FOLDER);
            Set<PosixFilePermission> found = Files.getPosixFilePermissions(folder);
            if (!OWNER_ONLY.containsAll(found)) {
                throw new Refusal(
                        folder.toString(),
                        "other users may look into it (%s); run chmod 700 on it"
                                .formatted(PosixFilePermissions.toString(found)));
            }
            return this;
        } catch (IOException e) {
            throw new Refusal(folder.toString(), "cannot be used as home folder: " + e, e);
        }
    }

    /** Makes a folder inside that its owner alone can read, when it is missing. */
    public Path privateFolder(String name) throws IOException {
        Path inside = folder.resolve(name);
        Files.createDirectories(inside, PRIVATE_FOLDER);
        return inside;
    }

    /** Writes a new file that its owner alone can read; whole or not at all, and on the disk once this returns. */
    public static void writePrivate(Path file, byte[] content) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        try (var channel = FileChannel.open(half, NEW, PRIVATE_FILE)) {
            var left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // The name too: after a power cut the file would be the old one otherwise.
        try (var names = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
