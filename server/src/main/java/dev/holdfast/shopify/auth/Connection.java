package dev.holdfast.shopify.auth;

import dev.holdfast.platform.ShopId;
import dev.holdfast.shopify.Scopes;
import dev.holdfast.shopify.ShopDomain;
import java.time.Instant;
import java.util.Optional;

/**
 * A shop's connection as it is stored, tokens opened.
 *
 * @param version grows with each new token
 * @param accessExpiresAt {@link Instant#MAX} for a token that never expires
 * @param tokenAt when the present token was given
 * @param consented whether the merchant has consented to the first changes
 */
record Connection(
        ShopId shop,
        ShopDomain domain,
        Way way,
        State state,
        Optional<String> accessToken,
        Instant accessExpiresAt,
        Optional<String> refreshToken,
        Scopes scopes,
        long version,
        Instant connectedAt,
        Instant tokenAt,
        boolean consented) {

    /** How a new token is got when the present one has run out. */
    enum Way {
        /** Asked for anew, on shops of one's own organization. */
        CLIENT_CREDENTIALS,
        /** Exchanged for a refresh token, if there is one. */
        OFFLINE_TOKEN
    }

    /** Whether calls can be made. */
    enum State {
        LIVE,
        TOKEN_DEAD,
        UNINSTALLED
    }

    boolean canBeRenewed() {
        return way == Way.CLIENT_CREDENTIALS || refreshToken.isPresent();
    }

    @Override
    public String toString() {
        return "Connection[" + shop + ", " + domain + ", " + state + "]";
    }
}
