package dev.holdfast.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, as they come; a last line without a line feed counts. */
final class LineInput {

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int until;
    private int number;

    /**
     * Lines of this stream.
     *
     * @param longest of a longer line only the first {@code longest + 1} bytes are kept
     */
    LineInput(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The number of the line last given, from 1. */
    int number() {
        return number;
    }

    /** The next line without its line feed, or null after the last. */
    byte @Nullable [] next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean some = false;
        while (from < until || fill()) {
            some = true;
            int end = from;
            while (end < until && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, Math.min(end - from, longest + 1 - line.size()));
            from = end + 1;
            if (end < until) {
                break;
            }
        }
        if (!some) {
            return null;
        }
        number++;
        return line.toByteArray();
    }

    private boolean fill() {
        try {
            from = 0;
            until = in.read(buffer);
            return until > 0;
        } catch (IOException e) {
            throw new BadInput("standard input", "cannot be read: " + e.getMessage(), e);
        }
    }
}
