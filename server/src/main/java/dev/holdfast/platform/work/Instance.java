package dev.holdfast.platform.work;

import dev.holdfast.platform.FolderLock;
import dev.holdfast.platform.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process among all that ever used the home folder, and those of them that have certainly ended.
 *
 * <p>Each process has a folder {@code instances/N} with a lock, which the system takes away however the process ends, and
 * beside it an id of that start alone, before the ids of those that had the folder earlier. So all ids but the first beside
 * a lock that is held are dead processes', and all beside one that is free. Processes with other homes are not known here.
 * A copied home tells of nobody: its locks are other files than those that the ids were written for.
 *
 * <p>What remains: a copy of the whole disk, and a file system that grants a lock to two machines. There a living process
 * may be taken for dead, so whatever is taken from the dead must be fenced.
 */
public final class Instance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);
    private static final String FOLDER = "instances";
    private static final int REMEMBERED = 20;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final UUID id;
    private final List<UUID> dead;
    private final @Nullable FolderLock lock;

    private Instance(UUID id, List<UUID> dead, @Nullable FolderLock lock) {
        this.id = id;
        this.dead = List.copyOf(dead);
        this.lock = lock;
    }

    /** One that knows of no other, and is known to none. */
    public static Instance alone(UUID id) {
        return new Instance(id, List.of(), null);
    }

    /** {@code id} was never used before. Without locks in this home nobody is known to be dead, and all else goes on. */
    public static Instance begin(Home home, UUID id) {
        var dead = new ArrayList<UUID>();
        FolderLock own = null;
        try {
            home.privateFolder(FOLDER);
            for (int number = 1; ; number++) {
                String name = FOLDER + "/" + number;
                if (own != null && !Files.exists(home.folder().resolve(name))) {
                    return new Instance(id, dead, own);
                }
                Path folder = home.privateFolder(name);
                FolderLock lock = FolderLock.tryTake(folder);
                var ids = read(folder);
                dead.addAll(lock == null ? ids.subList(Math.min(1, ids.size()), ids.size()) : ids);
                if (lock != null && own == null) {
                    own = lock;
                    write(folder, id, ids);
                } else if (lock != null) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            LOG.warn("{} cannot tell which processes have ended; what they held runs out by itself", home.folder(), e);
            return new Instance(id, dead, own);
        }
    }

    /** Newest first; none when they were not written here. */
    private static List<UUID> read(Path folder) throws IOException {
        Path file = folder.resolve("ids");
        if (!Files.exists(file)) {
            return List.of();
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().equals(number(folder))) {
            return List.of();
        }
        return lines.stream()
                .filter(line -> ID.matcher(line).matches())
                .map(UUID::fromString)
                .toList();
    }

    private static void write(Path folder, UUID id, List<UUID> before) throws IOException {
        var lines = Stream.concat(
                Stream.of(number(folder), id.toString()),
                before.stream().limit(REMEMBERED).map(UUID::toString));
        Home.writePrivate(
                folder.resolve("ids"),
                (lines.collect(Collectors.joining("\n")) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The file system's number of the lock, which a copy does not share. */
    private static String number(Path folder) throws IOException {
        return String.valueOf(Files.getAttribute(folder.resolve(FolderLock.FILE), "unix:ino"));
    }

    /** Of this start alone. */
    public UUID id() {
        return id;
    }

    /** Ids of those that have ended, however they did. */
    public List<UUID> dead() {
        return dead;
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
