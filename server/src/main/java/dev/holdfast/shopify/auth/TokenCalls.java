package dev.holdfast.shopify.auth;

import dev.holdfast.shopify.Scopes;
import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopifyApp;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.ShopifyFault.Kind;
import dev.holdfast.shopify.client.Http;
import dev.holdfast.shopify.client.ShopifyAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The four ways to a token, as npm @shopify/shopify-api 13.1.0 asks for them. Each throws {@link TokenRefused} when Shopify
 * says no, and {@link ShopifyFault} when there is no answer.
 */
final class TokenCalls {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
    private static final String OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";

    private final Http http;
    private final ShopifyAddress address;
    private final ShopifyApp app;

    TokenCalls(Http http, ShopifyAddress address, ShopifyApp app) {
        this.http = http;
        this.address = address;
        this.app = app;
    }

    /** For a shop of the app's own organization; for a day. */
    TokenAnswer byClientCredentials(ShopDomain shop) {
        return ask(shop, Map.of("grant_type", "client_credentials"));
    }

    /** For the code the merchant brought back. */
    TokenAnswer byCode(ShopDomain shop, String code) {
        return ask(shop, Map.of("code", code, "expiring", "1"));
    }

    /** For the session token of an embedded page. */
    TokenAnswer bySessionToken(ShopDomain shop, String sessionToken) {
        return ask(
                shop,
                Map.of(
                        "grant_type", EXCHANGE,
                        "subject_token", sessionToken,
                        "subject_token_type", ID_TOKEN,
                        "requested_token_type", OFFLINE,
                        "expiring", "1"));
    }

    /** For a refresh token. */
    TokenAnswer byRefreshToken(ShopDomain shop, String refreshToken) {
        return ask(shop, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private TokenAnswer ask(ShopDomain shop, Map<String, String> what) {
        var body = new HashMap<>(what);
        body.put("client_id", app.clientId());
        body.put("client_secret", app.secrets().current());
        var response = http.send(HttpRequest.newBuilder(address.of(shop, "/admin/oauth/access_token"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
        int status = response.statusCode();
        if (status == 429 || status >= 500) {
            throw new ShopifyFault(
                    status == 429 ? Kind.BUSY : Kind.BROKEN,
                    shop + " answered a request for a token with " + status + ".");
        }
        var json = json(shop, response);
        if (status != 200) {
            throw new TokenRefused(
                    shop + " gives no token: " + json.path("error").asString("status " + status) + ", "
                            + json.path("error_description").asString("no reason given"));
        }
        return read(shop, json);
    }

    private static JsonNode json(ShopDomain shop, HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            if (response.statusCode() != 200) {
                throw new TokenRefused(shop + " gives no token: status " + response.statusCode());
            }
            throw new ShopifyFault(Kind.LOST, "The token " + shop + " gave did not arrive whole.", null, e);
        }
    }

    private static TokenAnswer read(ShopDomain shop, JsonNode json) {
        var access = json.path("access_token");
        if (!access.isString() || access.asString().isBlank()) {
            throw new ShopifyFault(Kind.LOST, "The answer of " + shop + " has no access token.");
        }
        var refresh = json.path("refresh_token");
        return new TokenAnswer(
                access.asString(),
                Scopes.parse(json.path("scope").asString("")),
                seconds(json, "expires_in"),
                refresh.isString()
                        ? Optional.of(new TokenAnswer.Refresh(
                                refresh.asString(),
                                seconds(json, "refresh_token_expires_in").orElse(Duration.ofDays(90))))
                        : Optional.empty());
    }

    private static Optional<Duration> seconds(JsonNode json, String name) {
        return json.path(name).isNumber()
                ? Optional.of(Duration.ofSeconds(json.path(name).asLong()))
                : Optional.empty();
    }
}
