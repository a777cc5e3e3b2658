package dev.holdfast.platform.web;

import dev.holdfast.platform.settings.SettingsReader;

/**
 * Where the program listens.
 *
 * @param address for shops, buyers and Shopify; the loopback address when a proxy with TLS stands before it
 * @param port 0 for any free one
 * @param operatorPort for health and metrics, on the loopback address alone; 0 for any free one
 */
public record WebSettings(String address, int port, int operatorPort) {

    public static WebSettings read(SettingsReader settings) {
        String address = settings.text("http.address", "127.0.0.1");
        int port = settings.number("http.port", 8080, 0, 65535);
        int operatorPort = settings.number("operator.port", 8081, 0, 65535);
        if (port != 0 && port == operatorPort) {
            settings.refuse("operator.port", "is the same as http.port; give it another one");
        }
        return new WebSettings(address, port, operatorPort);
    }
}
