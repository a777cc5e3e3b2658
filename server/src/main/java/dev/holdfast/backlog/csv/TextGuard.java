package dev.holdfast.backlog.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.function.LongSupplier;

/** Stands between a file and the CSV parser and refuses what is no text, or a row that never ends. */
final class TextGuard extends FilterReader {

    /** Shopify's longest exports have rows of some thousand characters; an open quotation mark has no end. */
    static final int LONGEST_ROW = 1_000_000;

    private final String file;
    private LongSupplier line = () -> 1;
    private long sinceRowStarted;

    TextGuard(Reader in, String file) {
        super(in);
        this.file = file;
    }

    /** Tells where the row now being read starts. */
    void countLinesWith(LongSupplier startOfRow) {
        line = startOfRow;
    }

    void rowStarts() {
        sinceRowStarted = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int at = offset; at < offset + count; at++) {
            if (buffer[at] == 0) {
                throw new BadInput(place(), "is no text file; export it again from Shopify as CSV");
            }
        }
        sinceRowStarted += Math.max(0, count);
        if (sinceRowStarted > LONGEST_ROW) {
            throw new BadInput(
                    place(),
                    "the row that starts here is longer than %,d characters; is a quotation mark left open?"
                            .formatted(LONGEST_ROW));
        }
        return count;
    }

    private String place() {
        return file + ":" + line.getAsLong();
    }
}
