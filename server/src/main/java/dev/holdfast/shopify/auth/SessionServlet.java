package dev.holdfast.shopify.auth;

import dev.holdfast.shopify.OptionalFeature;
import dev.holdfast.shopify.ShopRegistry;
import dev.holdfast.shopify.ShopifyApp;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.auth.Connection.State;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Token exchange: {@code POST /auth/session} with a session token connects its shop, should it not be connected.
 *
 * <p>200 with the shop, the scopes it lacks ({@code lacking}) and a sentence for each feature that is off ({@code off}); 401
 * for a token that proves nobody, 403 when Shopify gives none for it, 502 when Shopify gives no answer.
 */
final class SessionServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger log = LoggerFactory.getLogger(SessionServlet.class);
    private static final String BEARER = "Bearer ";

    private final transient ShopifyApp app;
    private final transient SessionTokens sessions;
    private final transient ShopRegistry shops;
    private final transient Connections connections;
    private final transient Installer installer;

    SessionServlet(
            ShopifyApp app, SessionTokens sessions, ShopRegistry shops, Connections connections, Installer installer) {
        this.app = app;
        this.sessions = sessions;
        this.shops = shops;
        this.connections = connections;
        this.installer = installer;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        // Given twice, the next program on the way could mean the other one.
        var headers = Collections.list(request.getHeaders("Authorization"));
        var text = headers.stream()
                .filter(header -> headers.size() == 1 && header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .findFirst()
                .orElse("");
        var session = sessions.read(text);
        if (session.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var shop = session.get().shop();
        try {
            var connection = live(session.get()).orElseGet(() -> connect(session.get(), text));
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter()
                    .print(JsonMapper.shared()
                            .writeValueAsString(Map.of(
                                    "shop", shop.value(),
                                    "consented", connection.consented(),
                                    "lacking", OptionalFeature.lackingForAll(connection.scopes(), app.scopes()),
                                    "off", OptionalFeature.switchedOff(connection.scopes()))));
        } catch (TokenRefused e) {
            log.warn("{}", e.getMessage());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (ShopifyFault e) {
            log.warn("{} could not be connected: {}", shop, e.getMessage());
            response.sendError(HttpServletResponse.SC_BAD_GATEWAY);
        }
    }

    private Optional<Connection> live(SessionToken session) {
        return shops.find(session.shop())
                .flatMap(connections::find)
                .filter(connection -> connection.state() == State.LIVE);
    }

    private Connection connect(SessionToken session, String text) {
        var shop = installer.bySessionToken(session, text);
        return connections
                .find(shop)
                .orElseThrow(() -> new IllegalStateException(shop + " was connected and is not there."));
    }
}
