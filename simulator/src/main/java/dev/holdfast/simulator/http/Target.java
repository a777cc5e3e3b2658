package dev.holdfast.simulator.http;

import java.util.Locale;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The shop a request is for and the path within it, by the first of: the header {@code X-Simulator-Shop}, a path that
 * starts with {@code /shops/{shop}/}, a {@code Host} that ends in {@code .myshopify.com}. A shop may be named by its
 * handle or its full domain.
 *
 * @param base the {@code /shops/{shop}} that stood before the path, or nothing
 */
record Target(@Nullable String shop, String base, String path) {
    private static final String DOMAIN = ".myshopify.com";
    private static final String PREFIX = "/shops/";

    static Target of(Request request) {
        var path = String.valueOf(request.getHttpURI().getDecodedPath());
        String inPath = null;
        String base = "";
        if (path.startsWith(PREFIX)) {
            int end = path.indexOf('/', PREFIX.length());
            if (end > 0) {
                inPath = path.substring(PREFIX.length(), end);
                base = path.substring(0, end);
                path = path.substring(end);
            }
        }
        var header = request.getHeaders().get("X-Simulator-Shop");
        if (header != null) {
            return new Target(domain(header), base, path);
        }
        if (inPath != null) {
            return new Target(domain(inPath), base, path);
        }
        var host = String.valueOf(Request.getServerName(request)).toLowerCase(Locale.ROOT);
        return new Target(host.endsWith(DOMAIN) ? host : null, base, path);
    }

    private static String domain(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(DOMAIN) ? lower : lower + DOMAIN;
    }
}
