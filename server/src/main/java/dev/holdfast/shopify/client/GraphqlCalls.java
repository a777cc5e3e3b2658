package dev.holdfast.shopify.client;

import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.ShopifyFault.Kind;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One GraphQL request and its answer, nothing repeated and nothing awaited. */
final class GraphqlCalls {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Http http;
    private final ShopifyAddress address;

    GraphqlCalls(Http http, ShopifyAddress address) {
        this.http = http;
        this.address = address;
    }

    Reply call(Access access, Document document, JsonNode variables) {
        var body = JSON.writeValueAsBytes(Map.of("query", document.text(), "variables", variables));
        var response = http.send(HttpRequest.newBuilder(address.graphql(access.shop()))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-Shopify-Access-Token", access.token())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
        if (response.statusCode() != 200) {
            throw notOk(access, response);
        }
        return AnswerReader.read(json(access, response.body()), document.name());
    }

    private static JsonNode json(Access access, byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new ShopifyFault(
                    Kind.LOST,
                    "The answer of " + access.shop() + " is not whole JSON (" + body.length + " bytes).",
                    null,
                    e);
        }
    }

    private static ShopifyFault notOk(Access access, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        var kind = switch (status) {
            case 401 -> Kind.TOKEN_DEAD;
            case 402, 403, 404, 423 -> Kind.SHOP_UNAVAILABLE;
            case 408 -> Kind.LOST;
            case 429, 430 -> Kind.BUSY;
            default -> status >= 500 ? Kind.BROKEN : Kind.REFUSED;
        };
        var message = access.shop() + " answered with status " + status + ".";
        return new ShopifyFault(kind, message, retryAfter(response).orElse(null), null);
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,5}(\\.[0-9]{1,3})?"))
                .map(seconds -> Duration.ofMillis((long) Math.ceil(Double.parseDouble(seconds) * 1000)));
    }
}
