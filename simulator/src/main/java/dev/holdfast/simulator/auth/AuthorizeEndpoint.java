package dev.holdfast.simulator.auth;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.http.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /admin/oauth/authorize}: the page on which the merchant approves an app, and the way back to it. */
final class AuthorizeEndpoint {
    private static final int MAX_BODY = 64 * 1024;
    private final Apps apps;
    private final Shops shops;
    private final Codes codes;

    AuthorizeEndpoint(Apps apps, Shops shops, Codes codes) {
        this.apps = apps;
        this.shops = shops;
        this.codes = codes;
    }

    private record Asked(App app, Set<String> scopes, String redirectUri, String state, boolean online) {}

    /** GET: shows who asks for what. */
    Answer page(Exchange exchange) {
        var shop = shops.of(exchange);
        var asked = asked(exchange.queryParameters());
        var scopes =
                asked.scopes().stream().map(scope -> "<li>" + scope + "</li>").collect(Collectors.joining());
        return Answer.html(200, """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Install app</title></head><body>
                <h1>Install %s on %s?</h1><p>It asks for:</p><ul>%s</ul>
                <form method="post"><button name="approve" value="1">Install</button></form></body></html>
                """.formatted(escaped(asked.app().settings().clientId()), escaped(shop), scopes));
    }

    /** POST to the same address: the merchant approves; sends the browser back with a code that is signed. */
    Answer approve(Exchange exchange) throws IOException {
        var shop = shops.of(exchange);
        var asked = asked(exchange.queryParameters());
        if (!exchange.formOrJson(MAX_BODY).containsKey("approve")) {
            throw new Refusal(400, "The installation was not approved.");
        }
        apps.on(shop).install(asked.app(), asked.scopes());
        var handle = shop.substring(0, shop.indexOf('.'));
        var host = ("admin.shopify.com/store/" + handle).getBytes(StandardCharsets.UTF_8);
        var query = new LinkedHashMap<String, String>();
        query.put("code", codes.issue(shop, asked.app(), asked.scopes(), asked.online()));
        query.put("host", Base64.getEncoder().withoutPadding().encodeToString(host));
        query.put("shop", shop);
        query.put("state", asked.state());
        query.put("timestamp", Long.toString(apps.clock(shop).instant().getEpochSecond()));
        query.put("hmac", Signatures.query(query, asked.app().secret()));
        return Answer.redirect(asked.redirectUri() + "?"
                + query.entrySet().stream()
                        .map(pair -> Signatures.encoded(pair.getKey()) + "=" + Signatures.encoded(pair.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private Asked asked(Map<String, List<String>> query) {
        var app = apps.find(first(query, "client_id").orElse(""))
                .orElseThrow(() -> new Refusal(400, "Oauth error application_cannot_be_found"));
        var redirect = first(query, "redirect_uri").orElse("");
        if (!app.settings().redirectUrls().contains(redirect)) {
            throw new Refusal(400, "Oauth error invalid_request: The redirect_uri is not whitelisted: " + redirect);
        }
        var asked = Scopes.parse(first(query, "scope").orElse(""));
        var beyond = asked.stream()
                .filter(scope -> !Scopes.withImplied(app.settings().scopes()).contains(scope))
                .toList();
        if (!beyond.isEmpty()) {
            throw new Refusal(400, "Oauth error invalid_scope: the app is not registered for " + beyond);
        }
        boolean online = query.getOrDefault("grant_options[]", List.of()).contains("per-user");
        return new Asked(
                app,
                asked.isEmpty() ? app.settings().scopes() : asked,
                redirect,
                first(query, "state").orElse(""),
                online);
    }

    private static Optional<String> first(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
