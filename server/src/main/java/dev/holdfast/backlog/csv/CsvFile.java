package dev.holdfast.backlog.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * One CSV file, read row by row; a row is gone when the next one is asked for.
 *
 * <p>UTF-8 with or without byte order mark, any line ends, quoted line breaks. Bytes that are no UTF-8 arrive as U+FFFD.
 * Empty lines are skipped and not counted as rows.
 */
public final class CsvFile implements AutoCloseable {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private final String name;
    private final TextGuard guard;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Columns columns;
    private final Progress progress;
    private @Nullable CSVRecord row;
    private long line;
    private long rows;

    /**
     * Opens a file and reads its header.
     *
     * @throws BadInput when the file cannot be read, is empty or is no text
     */
    public static CsvFile open(Path path, Progress progress) {
        String name = path.toString();
        ReadableFile.check(path, name);
        try {
            InputStream bytes = new BufferedInputStream(
                    new CountedBytes(Files.newInputStream(path), name, Files.size(path), progress), 1 << 16);
            ReadableFile.skipByteOrderMark(bytes, name);
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
            return new CsvFile(name, new TextGuard(new InputStreamReader(bytes, decoder), name), progress);
        } catch (IOException e) {
            throw new BadInput(name, "cannot be read: " + e.getMessage(), e);
        }
    }

    private CsvFile(String name, TextGuard guard, Progress progress) throws IOException {
        this.name = name;
        this.guard = guard;
        this.progress = progress;
        this.parser = FORMAT.parse(guard);
        guard.countLinesWith(() -> line);
        this.records = parser.iterator();
        if (!advance()) {
            throw new BadInput(name, "is empty; a header with column names was expected");
        }
        this.columns = new Columns(name, List.of(current().values()));
        rows = 0;
    }

    public String name() {
        return name;
    }

    public Columns columns() {
        return columns;
    }

    /** Moves to the next row; false at the end of the file. */
    public boolean next() {
        return advance();
    }

    /** The physical line on which this row starts; the header is line 1. */
    public long line() {
        return line;
    }

    /** Rows so far, this one included, the header not. */
    public long rows() {
        return rows;
    }

    /** {@code file:line}. */
    public String place() {
        return name + ":" + line;
    }

    /** A cell without blanks around it; empty when the row or the file has none. */
    public String cell(int column) {
        CSVRecord record = current();
        return column < 0 || column >= record.size() ? "" : record.get(column).strip();
    }

    /** Whether the row has more filled cells than the header has columns: its cells may stand in wrong columns. */
    public boolean isTooLong() {
        CSVRecord record = current();
        for (int at = columns.names().size(); at < record.size(); at++) {
            if (!record.get(at).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private CSVRecord current() {
        if (row == null) {
            throw new IllegalStateException(name + ": no row has been read");
        }
        return row;
    }

    private boolean advance() {
        try {
            do {
                line = parser.getCurrentLineNumber() + 1;
                guard.rowStarts();
                if (!records.hasNext()) {
                    row = null;
                    progress.done(name);
                    return false;
                }
                row = records.next();
            } while (row.size() == 1 && row.get(0).isBlank());
            rows++;
            return true;
        } catch (UncheckedIOException e) {
            throw new BadInput(place(), "is no CSV from here on: " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            throw new BadInput(place(), "is no CSV from here on: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new BadInput(name, "cannot be closed: " + e.getMessage(), e);
        }
    }
}
