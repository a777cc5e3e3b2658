package dev.holdfast.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the simulator over real HTTP, as an app would be one. */
public final class Caller {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String base;

    /** Paths are taken from here, such as {@code http://127.0.0.1:8080/shops/toys}. */
    public Caller(String base) {
        this.base = base;
    }

    /** What came back. */
    public record Got(int status, String body, Map<String, String> headers) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    public Got get(String path, String... headers) throws IOException {
        return send(request(path, headers).GET());
    }

    public Got postJson(String path, Object body, String... headers) throws IOException {
        var json = JsonMapper.shared().writeValueAsString(body);
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Got putJson(String path, Object body) throws IOException {
        var json = JsonMapper.shared().writeValueAsString(body);
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Got post(String path, String contentType, byte[] body, String... headers) throws IOException {
        return send(request(path, headers)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public Got postForm(String path, String body) throws IOException {
        return post(path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .timeout(Duration.ofSeconds(30));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static Got send(HttpRequest.Builder request) throws IOException {
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            return new Got(response.statusCode(), response.body(), headers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
