package dev.holdfast.shopify.auth;

import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopifyApp;
import dev.holdfast.shopify.ShopifyFault;
import dev.holdfast.shopify.client.ShopifyAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authorization code grant: {@code /auth?shop=} sends the merchant to Shopify to approve, {@code /auth/callback} takes
 * them back.
 *
 * <p>400 for what is no shop; 403 for a way back that Shopify did not sign, that is too old, or that this browser did not
 * begin; 502 when Shopify gives no answer.
 */
final class InstallServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger log = LoggerFactory.getLogger(InstallServlet.class);
    private static final String COOKIE = "holdfast_install";
    private static final int MINUTES_TO_APPROVE = 10;

    private final transient ShopifyApp app;
    private final transient ShopifyAddress address;
    private final transient SignedQuery signed;
    private final transient Installer installer;
    private final transient SecureRandom random = new SecureRandom();

    InstallServlet(ShopifyApp app, ShopifyAddress address, SignedQuery signed, Installer installer) {
        this.app = app;
        this.address = address;
        this.signed = signed;
        this.installer = installer;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        var query = query(request);
        var shop = Optional.ofNullable(query.get("shop"))
                .filter(values -> values.size() == 1)
                .flatMap(values -> ShopDomain.parse(values.getFirst()));
        if (shop.isEmpty()) {
            response.sendError(
                    HttpServletResponse.SC_BAD_REQUEST,
                    "This is not the address of a shop. Go back, and write it as your-shop.myshopify.com.");
        } else if ("/callback".equals(request.getPathInfo())) {
            comeBack(request, response, shop.get(), query);
        } else {
            sendToShopify(response, shop.get());
        }
    }

    private void sendToShopify(HttpServletResponse response, ShopDomain shop) throws IOException {
        var nonce = new byte[24];
        random.nextBytes(nonce);
        var state = Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
        response.addCookie(cookie(state + "." + shop, MINUTES_TO_APPROVE * 60));
        response.sendRedirect(address.of(shop, "/admin/oauth/authorize").toString() + "?client_id="
                + encoded(app.clientId()) + "&scope=" + encoded(app.scopes().toString()) + "&redirect_uri="
                + encoded(app.callback().toString()) + "&state=" + encoded(state));
    }

    private void comeBack(
            HttpServletRequest request, HttpServletResponse response, ShopDomain shop, Map<String, List<String>> query)
            throws IOException {
        var code = query.getOrDefault("code", List.of());
        var state = query.getOrDefault("state", List.of());
        if (!signed.isAuthorization(query)
                || code.size() != 1
                || state.size() != 1
                || !begunHere(request, state.getFirst() + "." + shop)) {
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN,
                    "This installation was not begun in this browser within the last %d minutes. Open Holdfast's own address and begin again."
                            .formatted(MINUTES_TO_APPROVE));
            return;
        }
        response.addCookie(cookie("", 0));
        try {
            installer.byCode(shop, code.getFirst());
            response.sendRedirect(app.url().resolve("/").toString());
        } catch (TokenRefused e) {
            log.warn("{}", e.getMessage());
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN,
                    "Shopify did not let Holdfast in. Open Holdfast's own address and begin again.");
        } catch (ShopifyFault e) {
            log.warn("{} could not be connected: {}", shop, e.getMessage());
            response.sendError(
                    HttpServletResponse.SC_BAD_GATEWAY,
                    "Shopify gave no answer. Open Holdfast's own address in a minute and begin again.");
        }
    }

    private static boolean begunHere(HttpServletRequest request, String expected) {
        var cookies = request.getCookies();
        var given = Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .toList();
        return given.size() == 1
                && MessageDigest.isEqual(
                        given.getFirst().getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private Cookie cookie(String value, int seconds) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath("/auth");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure("https".equals(app.url().getScheme()));
        // Lax and not strict: the way back begins at Shopify.
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static Map<String, List<String>> query(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
