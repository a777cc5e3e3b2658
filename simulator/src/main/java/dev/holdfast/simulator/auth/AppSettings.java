package dev.holdfast.simulator.auth;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an app is registered, as in its dashboard.
 *
 * @param id the numeric id, as in {@code gid://shopify/App/ID}
 * @param appUrl where its embedded page is
 * @param redirectUrls where a merchant may be sent after approving, compared whole
 * @param scopes what it asks for; asking for other scopes in the authorization URL narrows them
 * @param ownOrganization whether its shops belong to the app's own organization, so that client credentials work
 * @param nonExpiringTokens whether it may still have offline tokens that never expire
 * @param protectedData whether it is approved to see protected customer data
 */
public record AppSettings(
        long id,
        String clientId,
        String clientSecret,
        URI appUrl,
        List<String> redirectUrls,
        Set<String> scopes,
        boolean ownOrganization,
        boolean nonExpiringTokens,
        boolean protectedData,
        Optional<ProxySettings> proxy) {
    public AppSettings {
        if (clientId.isBlank() || clientSecret.isBlank()) {
            throw new IllegalArgumentException("An app needs a client id and a client secret.");
        }
        redirectUrls = List.copyOf(redirectUrls);
        scopes = Set.copyOf(scopes);
    }

    /** An app of the shop's own organization, with everything allowed and one redirect URL under its own URL. */
    public static AppSettings custom(String clientId, String clientSecret, URI appUrl, Set<String> scopes) {
        return new AppSettings(
                1,
                clientId,
                clientSecret,
                appUrl,
                List.of(appUrl.resolve("/auth/callback").toString()),
                scopes,
                true,
                true,
                true,
                Optional.empty());
    }

    /** The same with an app proxy. */
    public AppSettings withProxy(ProxySettings settings) {
        return new AppSettings(
                id,
                clientId,
                clientSecret,
                appUrl,
                redirectUrls,
                scopes,
                ownOrganization,
                nonExpiringTokens,
                protectedData,
                Optional.of(settings));
    }

    /** The same as an app in the App Store sees it: no client credentials, only expiring offline tokens. */
    public AppSettings asPublic() {
        return new AppSettings(
                id, clientId, clientSecret, appUrl, redirectUrls, scopes, false, false, protectedData, proxy);
    }

    /** The same without approval for protected customer data. */
    public AppSettings withoutProtectedData() {
        return new AppSettings(
                id,
                clientId,
                clientSecret,
                appUrl,
                redirectUrls,
                scopes,
                ownOrganization,
                nonExpiringTokens,
                false,
                proxy);
    }
}
