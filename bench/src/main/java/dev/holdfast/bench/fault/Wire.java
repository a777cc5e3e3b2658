package dev.holdfast.bench.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Stands between the program and Shopify: writes down what is asked, and lets a rule decide what comes of it. */
final class Wire implements AutoCloseable {
    private static final Pattern OPERATION = Pattern.compile("(?m)^(mutation|query)\\s+(\\w+)");
    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "expect");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI shopify;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Rule rule = (_, shop) -> Optional.of(shop.answer());

    /** A document the program sent; the name of its operation is empty for what is no GraphQL. */
    record Asked(String operation, boolean changes, JsonNode variables) {}

    /** An answer with its status. */
    static final class Answer {
        private final int status;
        private final byte[] body;

        Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        static Answer of(int status, String body) {
            return new Answer(status, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Shopify itself. */
    @FunctionalInterface
    interface Shop {
        /** Carries the request out. */
        Answer answer() throws IOException, InterruptedException;
    }

    /** What comes of a request: an answer, or a connection that breaks without one. */
    @FunctionalInterface
    interface Rule {
        Optional<Answer> play(Asked asked, Shop shop) throws IOException, InterruptedException;
    }

    Wire(URI shopify) throws IOException {
        this.shopify = shopify;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void play(Rule next) {
        rule = next;
    }

    void playNothing() {
        rule = (_, shop) -> Optional.of(shop.answer());
    }

    List<Asked> changes() {
        return asked.stream().filter(Asked::changes).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var request = read(body);
            if (request.changes()) {
                asked.add(request);
            }
            var answer = rule.play(request, () -> passOn(exchange, body));
            if (answer.isPresent()) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                int length = answer.get().body.length;
                exchange.sendResponseHeaders(answer.get().status, length == 0 ? -1 : length);
                exchange.getResponseBody().write(answer.get().body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Asked read(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        if (!text.startsWith("{")) {
            return new Asked("", false, MissingNode.getInstance());
        }
        var request = JsonMapper.shared().readTree(text);
        var found = OPERATION.matcher(request.path("query").asString(""));
        return found.find()
                ? new Asked(found.group(2), found.group(1).equals("mutation"), request.path("variables"))
                : new Asked("", false, MissingNode.getInstance());
    }

    private Answer passOn(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(shopify.resolve(exchange.getRequestURI()))
                .timeout(Duration.ofSeconds(60))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        answer.headers()
                .firstValue("Retry-After")
                .ifPresent(value -> exchange.getResponseHeaders().set("Retry-After", value));
        return new Answer(answer.statusCode(), answer.body());
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
