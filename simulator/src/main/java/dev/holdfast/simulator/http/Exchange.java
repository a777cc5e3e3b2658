package dev.holdfast.simulator.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One request as an {@link Endpoint} sees it. */
public final class Exchange {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final Request request;
    private final Target target;
    private final Map<String, String> names;

    Exchange(Request request, Target target, Map<String, String> names) {
        this.request = request;
        this.target = target;
        this.names = names;
    }

    public String method() {
        return request.getMethod();
    }

    /** The path as mounted: without the {@code /shops/{shop}} a loopback client may put before it. */
    public String path() {
        return target.path();
    }

    /** What the links of a page begin with so that they stay with this shop: {@code /shops/{shop}} or nothing. */
    public String base() {
        return target.base();
    }

    /** The value of a cookie. */
    public Optional<String> cookie(String name) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** The query as it was sent, without the question mark; empty when there is none. */
    public String rawQuery() {
        var query = request.getHttpURI().getQuery();
        return query == null ? "" : query;
    }

    /** The full domain of the shop that was addressed, in lower case; empty when the request names none. */
    public Optional<String> shopDomain() {
        return Optional.ofNullable(target.shop());
    }

    /** A named segment of the pattern this request was mounted under. */
    public String segment(String name) {
        var value = names.get(name);
        if (value == null) {
            throw new IllegalStateException("The pattern of " + path() + " has no segment " + name);
        }
        return value;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** Every header but cookies, in the order sent; a repeated one keeps its first value. */
    public Map<String, String> headersWithoutCookies() {
        var headers = new LinkedHashMap<String, String>();
        for (var field : request.getHeaders()) {
            if (field.getHeader() != HttpHeader.COOKIE) {
                headers.putIfAbsent(field.getName(), String.valueOf(field.getValue()));
            }
        }
        return headers;
    }

    /** The decoded query, in the order sent; a name may have several values. */
    public Map<String, List<String>> queryParameters() {
        return lists(Request.extractQueryParameters(request, StandardCharsets.UTF_8));
    }

    /** The first value of a query parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(
                Request.extractQueryParameters(request, StandardCharsets.UTF_8).getValue(name));
    }

    /** The whole body; refused with 413 when it is longer than {@code limit} bytes. */
    public byte[] body(int limit) throws IOException {
        if (request.getLength() > limit) {
            throw tooLong(limit);
        }
        try (var in = Content.Source.asInputStream(request)) {
            var bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw tooLong(limit);
            }
            return bytes;
        }
    }

    /** The body as a JSON object; refused with 400 when it is none. */
    public ObjectNode jsonBody(int limit) throws IOException {
        return object(body(limit));
    }

    /** The body as named values, from JSON or a form, whichever the request says it is. */
    public Map<String, String> formOrJson(int limit) throws IOException {
        var values = new LinkedHashMap<String, String>();
        if (header("Content-Type").orElse("").startsWith("application/json")) {
            for (var field : jsonBody(limit).properties()) {
                values.put(field.getKey(), field.getValue().asString());
            }
            return values;
        }
        var fields = new Fields();
        try {
            UrlEncoded.decodeUtf8To(new String(body(limit), StandardCharsets.UTF_8), fields);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "The form is not URL-encoded: " + e.getMessage());
        }
        fields.forEach(field -> values.put(field.getName(), field.getValue()));
        return values;
    }

    /** The parts of a multipart form; files are kept in {@code folder}. The caller closes them. */
    public MultiPartFormData.Parts parts(Path folder, long limit) throws IOException {
        var type = header("Content-Type").orElse("");
        int at = type.indexOf("boundary=");
        if (at < 0) {
            throw new Refusal(400, "Send the file as multipart/form-data with a boundary.");
        }
        var parser = new MultiPartFormData.Parser(type.substring(at + 9).replace("\"", ""));
        parser.setFilesDirectory(folder);
        parser.setMaxMemoryFileSize(0);
        parser.setMaxFileSize(limit);
        parser.setMaxLength(limit);
        return Blocker.blockWithPromise(promise -> parser.parse(request, promise));
    }

    private static ObjectNode object(byte[] body) {
        JsonNode node;
        try {
            node = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new Refusal(400, "The body is not JSON: " + e.getOriginalMessage());
        }
        if (!(node instanceof ObjectNode object)) {
            throw new Refusal(400, "The body is not a JSON object.");
        }
        return object;
    }

    private static Refusal tooLong(int limit) {
        return new Refusal(413, "The body is longer than " + limit + " bytes.");
    }

    private static Map<String, List<String>> lists(Fields fields) {
        var all = new LinkedHashMap<String, List<String>>();
        fields.forEach(field -> all.put(field.getName(), new ArrayList<>(field.getValues())));
        return all;
    }
}
