package dev.holdfast.shopify.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;

/** Reads bodies up to the limit, and keeps no more of them in memory at once than there is room for. */
final class BodyReader {
    private static final int CHUNK = 16 * 1024;

    private final int limit;
    private final ByteBudget budget;

    /** What became of a body. */
    sealed interface Outcome {}

    /** All of it; it takes up room until it is forgotten. */
    static final class Whole implements Outcome {
        private final byte[] bytes;
        private final long room;

        private Whole(byte[] bytes, long room) {
            this.bytes = bytes;
            this.room = room;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** It is over the limit. */
    record TooLarge() implements Outcome {}

    /** Too many others are in memory. */
    record NoRoom() implements Outcome {}

    BodyReader(InboxLimits limits) {
        this.limit = limits.bodyBytes();
        this.budget = new ByteBudget(limits.waitingBytes());
    }

    Outcome read(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            return new TooLarge();
        }
        // A body of unknown length may grow to the limit, one byte more shows that it is over.
        long room = announced >= 0 ? announced : limit + 1L;
        if (!budget.take(room)) {
            return new NoRoom();
        }
        Outcome outcome = new TooLarge();
        try {
            var bytes = announced >= 0 ? request.getInputStream().readNBytes((int) announced) : readGrowing(request);
            if (bytes.length <= limit) {
                outcome = new Whole(bytes, room);
            }
        } finally {
            if (!(outcome instanceof Whole)) {
                budget.giveBack(room);
            }
        }
        return outcome;
    }

    void forget(Whole body) {
        budget.giveBack(body.room);
    }

    private byte[] readGrowing(HttpServletRequest request) throws IOException {
        var in = request.getInputStream();
        var bytes = new byte[CHUNK];
        int length = 0;
        while (length <= limit) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length * 2L, limit + 1L));
            }
            int read = in.read(bytes, length, bytes.length - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        return Arrays.copyOf(bytes, length);
    }
}
