package dev.holdfast.shopify.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What somebody sees who comes to the server's address outside Shopify; it tells nobody which shops it serves. */
final class HomePage {
    private static final String READY = """
            <p id="state" class="ready" role="status">Ready: shops can be connected.</p>""";
    private static final String NO_APP = """
            <p id="state" role="status">Runs, and waits for its operator: no app is set yet, so no shop can be connected. Set
            <code>shopify.client-id</code> and <code>shopify.client-secret</code>, and start again.</p>""";
    private static final String INSTALL = """
            <h2>Install it on a shop</h2>
            <form action="/auth" method="get">
            <label for="shop">Your shop's address at Shopify</label>
            <input id="shop" name="shop" required placeholder="your-shop.myshopify.com" autocomplete="off" spellcheck="false"
            autocapitalize="none" pattern="[A-Za-z0-9][A-Za-z0-9\\-]*\\.myshopify\\.com" title="such as your-shop.myshopify.com">
            <button>Install</button>
            </form>
            <p>Shopify then shows what Holdfast asks for. Nothing of the shop is changed until you have seen the changes and
            agreed.</p>""";

    private HomePage() {}

    /**
     * The page as it stands from start to end of the process.
     *
     * @param registered whether shops can be connected
     * @param operatorPort where health is shown on the server's own machine; 0 when only the log tells it
     */
    static String html(boolean registered, int operatorPort) {
        return template()
                .replace("{{state}}", registered ? READY : NO_APP)
                .replace("{{install}}", registered ? INSTALL : "")
                .replace("{{health}}", health(operatorPort));
    }

    private static String health(int operatorPort) {
        if (operatorPort == 0) {
            return "The health page is on this machine alone, at the address that the log told at the start.";
        }
        return "The <a href=\"http://127.0.0.1:%d/health\">health page</a> opens on the server's own machine alone."
                .formatted(operatorPort);
    }

    private static String template() {
        try (InputStream page = HomePage.class.getResourceAsStream("/embedded/home.html")) {
            if (page == null) {
                throw new IllegalStateException("embedded/home.html is not in the program");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
