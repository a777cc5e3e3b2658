package dev.holdfast.shopify.auth;

import dev.holdfast.shopify.ShopDomain;
import dev.holdfast.shopify.ShopifyApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.Optional;

/** The page Shopify shows within its admin, which connects the shop by {@link SessionServlet}; outside, the home page. */
final class EmbeddedPage extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String SCRIPT = "/embedded.js";
    // App Bridge must be the first script of the page, from Shopify's own address. Source: Shopify, set up App Bridge.
    private static final String APP_BRIDGE =
            "<script src=\"https://cdn.shopify.com/shopifycloud/app-bridge.js\"></script>";

    private final transient ShopifyApp app;
    private final String home;

    /** The second is for whoever does not come from Shopify's admin. */
    EmbeddedPage(ShopifyApp app, String home) {
        this.app = app;
        this.home = home;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (SCRIPT.equals(request.getServletPath())) {
            script(response);
            return;
        }
        var shop = Optional.ofNullable(request.getParameter("shop"))
                .filter(_ -> "1".equals(request.getParameter("embedded")))
                .flatMap(ShopDomain::parse);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        if (shop.isEmpty()) {
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'");
            response.getWriter().print(home);
            return;
        }
        // Only this shop's admin may show the page in a frame. Source: Shopify, set up iframe protection.
        response.setHeader(
                "Content-Security-Policy", "frame-ancestors https://" + shop.get() + " https://admin.shopify.com");
        response.getWriter().print("""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="shopify-api-key" content="%s">
            <title>Holdfast</title>
            <style>
            body { font: 0.875rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 44rem; overflow-wrap: anywhere;
            padding: 1.25rem }
            h1 { font-size: 1.25rem; margin: 0 0 .5rem }
            </style>
            %s
            <script src="/embedded.js" defer></script>
            </head>
            <body>
            <h1>Holdfast</h1>
            <p id="state" role="status">Open Holdfast in the Shopify admin of your shop.</p>
            <ul id="off"></ul>
            </body>
            </html>
            """.formatted(attribute(app.clientId()), APP_BRIDGE));
    }

    private static void script(HttpServletResponse response) throws IOException {
        response.setContentType("text/javascript;charset=UTF-8");
        try (InputStream script = EmbeddedPage.class.getResourceAsStream("/embedded/embedded.js")) {
            if (script == null) {
                throw new IllegalStateException("embedded/embedded.js is not in the program");
            }
            script.transferTo(response.getOutputStream());
        }
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
