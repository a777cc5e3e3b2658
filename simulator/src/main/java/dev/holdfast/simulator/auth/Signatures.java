package dev.holdfast.simulator.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The three ways Shopify signs what it sends: a callback's query, an app proxy's query, a webhook's body. */
public final class Signatures {
    private Signatures() {}

    /**
     * The {@code hmac} of a query to the app: names sorted, each pair encoded as a browser's URLSearchParams does (an
     * array's name gets {@code []}), joined by {@code &}; hex. Source: npm {@code @shopify/shopify-api} 13.1.0.
     */
    public static String query(Map<String, String> parameters, String secret) {
        var text = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                        .collect(Collectors.joining("&"));
        return HexFormat.of().formatHex(hmac(text.getBytes(StandardCharsets.UTF_8), secret));
    }

    /**
     * The {@code signature} of an app proxy's query: names sorted, several values of a name joined by a comma, pairs
     * written one after another with nothing between; hex.
     */
    public static String proxy(Map<String, List<String>> parameters, String secret) {
        var text = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + String.join(",", pair.getValue()))
                        .collect(Collectors.joining());
        return HexFormat.of().formatHex(hmac(text.getBytes(StandardCharsets.UTF_8), secret));
    }

    /** The {@code X-Shopify-Hmac-Sha256} of a webhook: Base64 over the raw body. */
    public static String webhook(byte[] body, String secret) {
        return Base64.getEncoder().encodeToString(hmac(body, secret));
    }

    /** A name or value as URLSearchParams writes it. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] text, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }
}
