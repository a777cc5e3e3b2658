package dev.holdfast.simulator.auth;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Endpoint;
import dev.holdfast.simulator.http.Exchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code POST /admin/oauth/access_token}: every way an app gets a token. */
final class TokenEndpoint implements Endpoint {
    static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
    private static final String OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
    private static final String ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";
    private static final int MAX_BODY = 64 * 1024;

    private final Apps apps;
    private final Shops shops;
    private final Codes codes;

    TokenEndpoint(Apps apps, Shops shops, Codes codes) {
        this.apps = apps;
        this.shops = shops;
        this.codes = codes;
    }

    @Override
    public Answer answer(Exchange exchange) throws IOException {
        var shop = shops.of(exchange);
        var given = exchange.formOrJson(MAX_BODY);
        var app = apps.find(given.getOrDefault("client_id", ""));
        if (app.isEmpty()) {
            return no("application_cannot_be_found", "There is no app with this client_id.");
        }
        if (!app.get().accepts(given.getOrDefault("client_secret", ""))) {
            return no("invalid_client", "The client_secret is wrong.");
        }
        return switch (given.getOrDefault("grant_type", "")) {
            case "client_credentials" -> clientCredentials(shop, app.get());
            case "refresh_token" -> refresh(shop, app.get(), given);
            case TOKEN_EXCHANGE -> exchangeToken(shop, app.get(), given);
            case "", "authorization_code" -> code(shop, app.get(), given);
            default -> no("unsupported_grant_type", "There is no grant type " + given.get("grant_type"));
        };
    }

    private Answer code(String shop, App app, Map<String, String> given) {
        var approved = codes.redeem(given.getOrDefault("code", ""), shop, app);
        if (approved.isEmpty()) {
            return no("invalid_request", "The authorization code was not found or was already used");
        }
        var tokens = apps.on(shop).tokens();
        var scopes = approved.get().scopes();
        return approved.get().online()
                ? yes(tokens.online(app, scopes, Codes.OWNER))
                : offline(tokens, app, scopes, given);
    }

    /** Only for shops of the app's own organization; the app counts as installed with all it asks for. */
    private Answer clientCredentials(String shop, App app) {
        if (!app.settings().ownOrganization()) {
            return no("shop_not_permitted", "Client credentials cannot be performed on this shop.");
        }
        var installations = apps.on(shop);
        var scopes = installations.scopes(app);
        if (scopes.isEmpty()) {
            return no("app_not_installed", "The app is not installed on " + shop);
        }
        return yes(installations.tokens().clientCredentials(app, scopes.get()));
    }

    private Answer refresh(String shop, App app, Map<String, String> given) {
        return apps.on(shop)
                .tokens()
                .refresh(app, given.getOrDefault("refresh_token", ""))
                .map(TokenEndpoint::yes)
                .orElseGet(() -> no("invalid_grant", "The refresh token is unknown, expired or was replaced."));
    }

    private Answer exchangeToken(String shop, App app, Map<String, String> given) {
        var subject = given.getOrDefault("subject_token", "");
        var type = given.getOrDefault("subject_token_type", "");
        var wanted = given.getOrDefault("requested_token_type", OFFLINE);
        if (type.equals(OFFLINE)) {
            return apps.on(shop)
                    .tokens()
                    .migrate(app, subject)
                    .map(TokenEndpoint::yes)
                    .orElseGet(() -> no("invalid_subject_token", "The token is no offline token that never expires."));
        }
        if (!type.equals(ID_TOKEN) || !(wanted.equals(OFFLINE) || wanted.equals(ONLINE))) {
            return no("invalid_request", "Unknown subject_token_type or requested_token_type.");
        }
        Optional<Long> user =
                SessionTokens.verify(subject, app, shop, apps.clock(shop).instant());
        if (user.isEmpty()) {
            return no("invalid_subject_token", "The session token is not valid for this app and shop now.");
        }
        var installations = apps.on(shop);
        // Managed installation: opening an app that is registered with scopes installs it.
        if (installations.scopes(app).isEmpty()) {
            installations.install(app, app.settings().scopes());
        }
        var scopes = installations.scopes(app).orElseThrow();
        return wanted.equals(ONLINE)
                ? yes(installations.tokens().online(app, scopes, user.get()))
                : offline(installations.tokens(), app, scopes, given);
    }

    private static Answer offline(Tokens tokens, App app, Set<String> scopes, Map<String, String> given) {
        boolean expiring = "1".equals(given.get("expiring")) || "true".equals(given.get("expiring"));
        if (expiring) {
            return yes(tokens.expiring(app, scopes));
        }
        return app.settings().nonExpiringTokens()
                ? yes(tokens.permanent(app, scopes))
                : no("invalid_request", "This app must ask for expiring offline tokens: expiring=1.");
    }

    private static Answer yes(Map<String, Object> token) {
        return Answer.json(200, token);
    }

    private static Answer no(String error, String description) {
        return Answer.json(400, Map.of("error", error, "error_description", description));
    }
}
