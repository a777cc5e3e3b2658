package dev.holdfast.backlog.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a file that can be read as text from all the things a path may turn out to be. */
public final class ReadableFile {

    private ReadableFile() {}

    /**
     * Lets only a file with something in it pass.
     *
     * @throws BadInput for a missing file, a directory, an unreadable or an empty file
     */
    public static void check(Path path, String name) {
        if (!Files.exists(path)) {
            throw new BadInput(path.toString(), "no such file");
        }
        if (Files.isDirectory(path)) {
            throw new BadInput(path.toString(), "is a directory; a file was expected");
        }
        if (!Files.isReadable(path)) {
            throw new BadInput(path.toString(), "may not be read by this user");
        }
        try {
            if (Files.isRegularFile(path) && Files.size(path) == 0) {
                throw new BadInput(path.toString(), "is empty");
            }
        } catch (IOException e) {
            throw new BadInput(name, "cannot be read: " + e.getMessage(), e);
        }
    }

    /** Skips a UTF-8 mark and refuses the beginnings of UTF-16 text, workbooks and archives, which people do hand in. */
    static void skipByteOrderMark(InputStream bytes, String name) throws IOException {
        bytes.mark(4);
        byte[] start = bytes.readNBytes(4);
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            bytes.reset();
            bytes.skipNBytes(3);
            return;
        }
        if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
            throw new BadInput(name, "is UTF-16 text; save it as \"CSV UTF-8\"");
        }
        if (startsWith(start, 'P', 'K', 3, 4)) {
            throw new BadInput(name, "is a workbook or a zip archive; unpack it, or save it as \"CSV UTF-8\"");
        }
        bytes.reset();
    }

    private static boolean startsWith(byte[] start, int... mark) {
        if (start.length < mark.length) {
            return false;
        }
        for (int at = 0; at < mark.length; at++) {
            if ((start[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }
}
