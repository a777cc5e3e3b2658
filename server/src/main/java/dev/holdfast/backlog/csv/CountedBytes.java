package dev.holdfast.backlog.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a {@link Progress} how much of a file has been read. */
final class CountedBytes extends FilterInputStream {

    private final String file;
    private final long size;
    private final Progress progress;
    private long bytes;

    CountedBytes(InputStream in, String file, long size, Progress progress) {
        super(in);
        this.file = file;
        this.size = size;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) {
        bytes += more;
        progress.read(file, bytes, size);
    }
}
