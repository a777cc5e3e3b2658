package dev.holdfast.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One program owns a folder; the operating system takes the lock away from one that was killed. */
public final class FolderLock implements AutoCloseable {

    /** The file in the folder that is locked; opened by nothing else. */
    public static final String FILE = "lock";

    // The system gives a process's locks on a file back when it closes any channel on that file: here none is opened
    // twice.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Refuses at once when another program holds it. */
    public static FolderLock take(Path folder) throws IOException {
        FolderLock lock = tryTake(folder);
        if (lock == null) {
            throw new Refusal(
                    folder.toString(),
                    "is in use by another Holdfast; stop that one, or name another folder in HOLDFAST_HOME");
        }
        return lock;
    }

    /** Nothing when somebody holds it: another program, or this one. */
    public static @Nullable FolderLock tryTake(Path folder) throws IOException {
        Path file = folder.resolve(FILE).toAbsolutePath().normalize();
        if (!HELD.add(file)) {
            return null;
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = channel.tryLock() != null;
            return locked ? new FolderLock(file, channel) : null;
        } finally {
            if (!locked) {
                HELD.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
