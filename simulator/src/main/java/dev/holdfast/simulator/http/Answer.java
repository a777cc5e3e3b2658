package dev.holdfast.simulator.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one request gets back. Headers keep their order.
 *
 * @param body bytes in memory, or a file that is streamed
 */
public record Answer(int status, Map<String, String> headers, Body body) {
    /** Where the bytes of an answer are. */
    public sealed interface Body {}

    /** A small answer. */
    public static final class Bytes implements Body {
        private final byte[] bytes;

        /** Keeps the array itself: it is written once and not changed afterwards. */
        public Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        public byte[] bytes() {
            return bytes;
        }
    }

    /** An answer of any size, streamed from disk. */
    public record File(Path path) implements Body {}

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Answer json(int status, Object value) {
        return of(status, "application/json; charset=utf-8", JSON.writeValueAsBytes(value));
    }

    public static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer html(int status, String html) {
        return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), new Bytes(body));
    }

    public static Answer file(String contentType, Path path) {
        return new Answer(200, Map.of("Content-Type", contentType), new File(path));
    }

    public static Answer redirect(String location) {
        return new Answer(302, Map.of("Location", location), new Bytes(new byte[0]));
    }

    /** To be fetched with GET, whatever was sent. */
    public static Answer seeOther(String location) {
        return new Answer(303, Map.of("Location", location), new Bytes(new byte[0]));
    }

    /** This answer with one more header. */
    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
