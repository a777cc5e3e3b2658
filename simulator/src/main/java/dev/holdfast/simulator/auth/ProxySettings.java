package dev.holdfast.simulator.auth;

import java.net.URI;
import java.util.Set;

/**
 * Where a shop's storefront passes requests on to an app.
 *
 * @param prefix the first segment of the shop's path
 * @param subpath the second segment, at most 30 characters
 * @param url what the rest of the path is appended to
 */
public record ProxySettings(String prefix, String subpath, URI url) {
    static final Set<String> PREFIXES = Set.of("a", "apps", "community", "tools");
    private static final int LONGEST = 30;

    public ProxySettings {
        if (!PREFIXES.contains(prefix)) {
            throw new IllegalArgumentException("An app proxy's prefix is one of " + PREFIXES + ", not " + prefix);
        }
        if (!subpath.matches("[A-Za-z0-9_-]+") || subpath.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "An app proxy's subpath is at most " + LONGEST + " letters, digits, - or _, not " + subpath);
        }
    }
}
