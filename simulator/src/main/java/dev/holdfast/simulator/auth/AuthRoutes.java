package dev.holdfast.simulator.auth;

import dev.holdfast.simulator.http.Answer;
import dev.holdfast.simulator.http.Exchange;
import dev.holdfast.simulator.http.Refusal;
import dev.holdfast.simulator.http.Routes;
import java.io.IOException;
import java.util.Map;

/** Mounts what apps and merchants reach over HTTP to install an app and use it. */
public final class AuthRoutes {
    private static final int MAX_BODY = 64 * 1024;

    private AuthRoutes() {}

    /** OAuth, the app proxies, and a door of the simulator's own that stands in for App Bridge. */
    public static void mount(Routes routes, Apps apps, Shops shops) {
        var codes = new Codes(apps);
        var authorize = new AuthorizeEndpoint(apps, shops, codes);
        routes.mount("GET", "/admin/oauth/authorize", authorize::page)
                .mount("POST", "/admin/oauth/authorize", authorize::approve)
                .mount("POST", "/admin/oauth/access_token", new TokenEndpoint(apps, shops, codes))
                .mount("POST", "/simulator/session-token", exchange -> sessionToken(exchange, apps, shops));
        var proxy = new AppProxy(apps, shops);
        for (var prefix : ProxySettings.PREFIXES) {
            for (var method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
                routes.mount(method, "/" + prefix + "/{subpath}/**", proxy);
                routes.mount(method, "/" + prefix + "/{subpath}", proxy);
            }
        }
    }

    /** Body {@code {"client_id", "user_id" (1 when left out)}}: the session token App Bridge would give now. */
    private static Answer sessionToken(Exchange exchange, Apps apps, Shops shops) throws IOException {
        var shop = shops.of(exchange);
        var body = exchange.jsonBody(MAX_BODY);
        var clientId = body.path("client_id").asString("");
        var app = apps.find(clientId)
                .orElseThrow(() -> new Refusal(404, "There is no app with client id '" + clientId + "'."));
        long user = body.path("user_id").asLong(Codes.OWNER);
        return Answer.json(
                200,
                Map.of(
                        "session_token",
                        SessionTokens.mint(app, shop, user, apps.clock(shop).instant())));
    }
}
