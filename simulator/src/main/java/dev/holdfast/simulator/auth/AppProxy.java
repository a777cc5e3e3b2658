package dev.holdfast.simulator.auth;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Endpoint;
import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.http.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Passes a storefront's request under {@code /apps/...} on to the app, signed, without cookies either way. */
final class AppProxy implements Endpoint {
    /** Stands in for the storefront's login: the id of the customer who is logged in. */
    static final String CUSTOMER_HEADER = "X-Simulator-Customer";

    private static final int MAX_BODY = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    // Set by the HTTP client itself, or only good for one hop.
    private static final Set<String> OWN = Set.of(
            "host",
            "connection",
            "content-length",
            "expect",
            "upgrade",
            "transfer-encoding",
            "te",
            "x-simulator-shop",
            "x-simulator-customer");

    private final Apps apps;
    private final Shops shops;
    private final HttpClient client;

    AppProxy(Apps apps, Shops shops) {
        this.apps = apps;
        this.shops = shops;
        this.client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public Answer answer(Exchange exchange) throws IOException {
        var shop = shops.of(exchange);
        var parts = exchange.path().substring(1).split("/", 3);
        var app = apps.on(shop).apps().stream()
                .filter(installed -> isFor(installed, parts))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "No app has a proxy at /" + parts[0] + "/" + parts[1]));
        var settings = app.settings().proxy().orElseThrow();
        var rest = parts.length > 2 ? "/" + parts[2] : "";
        var target = URI.create(settings.url() + rest + "?" + signedQuery(exchange, shop, app));
        var request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .method(exchange.method(), HttpRequest.BodyPublishers.ofByteArray(exchange.body(MAX_BODY)));
        exchange.headersWithoutCookies().forEach((name, value) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
            }
        });
        return answer(send(request.build()));
    }

    private static boolean isFor(App app, String[] parts) {
        return parts.length > 1
                && app.settings()
                        .proxy()
                        .filter(proxy -> proxy.prefix().equals(parts[0])
                                && proxy.subpath().equals(parts[1]))
                        .isPresent();
    }

    private String signedQuery(Exchange exchange, String shop, App app) {
        var query = new TreeMap<String, List<String>>(exchange.queryParameters());
        query.remove("signature");
        var proxy = app.settings().proxy().orElseThrow();
        query.put("shop", List.of(shop));
        query.put("path_prefix", List.of("/" + proxy.prefix() + "/" + proxy.subpath()));
        query.put("timestamp", List.of(Long.toString(apps.clock(shop).instant().getEpochSecond())));
        query.put(
                "logged_in_customer_id",
                List.of(exchange.header(CUSTOMER_HEADER).orElse("")));
        var signature = Signatures.proxy(query, app.secret());
        var pairs = new ArrayList<String>();
        query.forEach((name, values) ->
                values.forEach(value -> pairs.add(Signatures.encoded(name) + "=" + Signatures.encoded(value))));
        pairs.add("signature=" + signature);
        return String.join("&", pairs);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException | HttpTimeoutException e) {
            throw new Refusal(503, "The app does not answer at " + request.uri().getAuthority());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "The simulator is stopping.");
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        Map<String, String> headers = response.headers().map().entrySet().stream()
                .filter(header -> !OWN.contains(header.getKey().toLowerCase(Locale.ROOT))
                        && !header.getKey().equalsIgnoreCase("set-cookie")
                        && !header.getKey().startsWith(":"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().getFirst()));
        return new Answer(response.statusCode(), headers, new Answer.Bytes(response.body()));
    }
}
