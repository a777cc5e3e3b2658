package dev.holdfast.backlog.report;

import dev.holdfast.backlog.csv.BadInput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Files that appear whole or not at all: written beside their places, and moved there when all of them are written. */
public final class WholeFiles implements AutoCloseable {

    private final Map<Path, Path> drafts = new LinkedHashMap<>();

    /** Writes one file's content. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a draft of a file.
     *
     * @throws BadInput when it cannot be written there
     */
    public void add(Path file, Content content) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file.toString(), "is a directory; a file was to be written there");
        }
        try {
            Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".draft");
            drafts.put(draft, file);
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 1 << 16)) {
                content.writeTo(out);
            }
        } catch (IOException e) {
            throw new BadInput(file.toString(), "cannot be written: " + reason(e), e);
        }
    }

    /** Moves every draft to its place. */
    public void finish() {
        for (Map.Entry<Path, Path> file : drafts.entrySet()) {
            try {
                move(file.getKey(), file.getValue());
            } catch (IOException e) {
                throw new BadInput(file.getValue().toString(), "cannot be written: " + reason(e), e);
            }
        }
        drafts.clear();
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException missing -> "its folder is not there";
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            default -> String.valueOf(e.getMessage());
        };
    }

    /** Drafts that were not moved are deleted. */
    @Override
    public void close() {
        for (Path draft : drafts.keySet()) {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException e) {
                throw new BadInput(draft.toString(), "was left over and cannot be deleted: " + e.getMessage(), e);
            }
        }
    }
}
