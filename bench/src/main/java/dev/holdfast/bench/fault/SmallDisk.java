package dev.holdfast.bench.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of its own for a folder, small enough to be filled; only root may mount one. */
final class SmallDisk {
    private static final int MEGABYTES = 1500;
    private static final int AT_A_TIME = 64 * 1024;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Empty where this user may not mount one. */
    static Optional<SmallDisk> mount(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean mounted =
                run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + MEGABYTES + "m", "tmpfs", folder.toString());
        return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    }

    /** Until not a byte is left. */
    void fill() {
        try (var out = Files.newOutputStream(filler())) {
            var bytes = new byte[AT_A_TIME];
            while (Files.getFileStore(folder).getUsableSpace() > 0) {
                out.write(bytes);
            }
        } catch (IOException full) {
            // That it is full is what was wanted.
            return;
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    void unmount() throws IOException, InterruptedException {
        if (!run("umount", folder.toString())) {
            throw new IOException(folder + " could not be unmounted");
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // There is no such command here.
            return false;
        }
    }
}
