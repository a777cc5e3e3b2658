package dev.holdfast.shopify.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The exact bytes of a webhook, written so that PostgreSQL can keep them as text.
 *
 * <p>What Shopify sends is JSON in UTF-8 and is kept as it is. An authentic body that is no such text is kept in base64,
 * because refusing it would make Shopify drop the subscription after eight attempts.
 *
 * @param base64 whether {@code text} has to be decoded first
 * @param length the number of bytes that arrived
 */
public record Body(String text, boolean base64, int length) {

    static Body of(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        boolean kept = text.indexOf('\0') < 0 && (text.indexOf('\uFFFD') < 0 || isUtf8(bytes));
        return kept
                ? new Body(text, false, bytes.length)
                : new Body(Base64.getEncoder().encodeToString(bytes), true, bytes.length);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The bytes that were signed. */
    public byte[] bytes() {
        return base64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        // Bodies carry personal data: they must not reach a log by way of a record's text.
        return "Body[" + length + " bytes]";
    }
}
