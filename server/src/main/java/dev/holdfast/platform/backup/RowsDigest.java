package dev.holdfast.platform.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * What rows there are, whatever their order: the sum of the rows' SHA-256. A table read back may give its rows in another order
 * than they were written in.
 */
final class RowsDigest {

    private static final int LANES = 4;

    private final MessageDigest sha256 = sha256();
    private final long[] sum = new long[LANES];
    private long rows;

    /** Takes each row of a COPY as it comes. */
    interface Sink {
        void row(byte[] row) throws IOException;
    }

    static RowsDigest of(CopyManager copy, String statement, Sink sink) throws SQLException, IOException {
        var digest = new RowsDigest();
        CopyOut out = copy.copyOut(statement);
        try {
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                digest.add(row);
                sink.row(row);
            }
        } finally {
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
        return digest;
    }

    private void add(byte[] row) {
        ByteBuffer lanes = ByteBuffer.wrap(sha256.digest(row));
        for (int lane = 0; lane < LANES; lane++) {
            sum[lane] += lanes.getLong();
        }
        rows++;
    }

    long rows() {
        return rows;
    }

    String text() {
        ByteBuffer lanes = ByteBuffer.allocate(LANES * Long.BYTES);
        for (long lane : sum) {
            lanes.putLong(lane);
        }
        return HexFormat.of().formatHex(lanes.array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
