package dev.holdfast.planfile;

import dev.holdfast.planner.InvalidFacts;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes that must be UTF-8, a byte order mark allowed. */
final class Utf8 {

    private static final char MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    static String text(byte[] bytes, int firstLine) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            refuseMalformed(bytes, firstLine);
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** A replacement character may stand in the bytes, or for bytes that are none: only the strict decoder tells. */
    private static void refuseMalformed(byte[] bytes, int firstLine) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = strict.decode(ByteBuffer.wrap(bytes), decoded, true);
        if (result.isError()) {
            throw malformed(decoded.flip(), firstLine);
        }
    }

    private static InvalidFacts malformed(CharBuffer before, int firstLine) {
        int line = firstLine;
        int column = 1;
        while (before.hasRemaining()) {
            column++;
            if (before.get() == '\n') {
                line++;
                column = 1;
            }
        }
        return new InvalidFacts("line %d, column %d".formatted(line, column), "these bytes are not UTF-8 text");
    }
}
