package dev.holdfast.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes a command was told to read, whole. */
final class Source {

    /** The most bytes of one document: each is kept in memory several times over while it is read. */
    static final int LARGEST = 256 * 1024 * 1024;

    private Source() {}

    /**
     * All of a file, or of standard input where it is {@code -}.
     *
     * @throws BadInput naming the file where it cannot be read
     */
    static byte[] read(String file, InputStream standardInput) {
        try {
            if (file.equals("-")) {
                return all("standard input", standardInput);
            }
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new BadInput(file, "is a directory; a file is wanted");
            }
            try (InputStream in = Files.newInputStream(path)) {
                return all(file, in);
            }
        } catch (InvalidPathException e) {
            throw new BadInput(file, "is no name that a file can have", e);
        } catch (NoSuchFileException e) {
            throw new BadInput(file, "there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new BadInput(file, "may not be read: permission denied", e);
        } catch (IOException e) {
            throw new BadInput(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] all(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new BadInput(name, "is larger than %d MB".formatted(LARGEST >> 20));
        }
        return bytes;
    }
}
